import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './database-failure.ts';
import { type DatabasePlace, openDatabaseFile } from './database-file.ts';
import type { Answer, Order, Outcome, Statement } from './thread-database.ts';

/** Waiting for a disk is this thread's whole work: the server's own goes on meanwhile. */
const place = workerData as DatabasePlace;
const answer = (message: Answer) => parentPort?.postMessage(message);

try {
  const { database, close } = openDatabaseFile(place);
  answer({ opened: true });
  parentPort?.on('message', (order: Order) => {
    if (order === 'close') {
      close();
      parentPort?.close();
    } else {
      answer(carryOut(database, order));
    }
  });
} catch (error) {
  answer({ opened: false, failure: failureOf(error) });
  parentPort?.close();
}

function carryOut(database: DatabaseSync, { id, statements }: Exclude<Order, 'close'>): Answer {
  try {
    return {
      id,
      ...(statements.length === 1 ? each(database, statements) : allOrNone(database, statements)),
    };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}

function allOrNone(database: DatabaseSync, statements: Statement[]): Outcome {
  database.exec('BEGIN IMMEDIATE');
  try {
    const outcome = each(database, statements);
    database.exec('COMMIT');
    return outcome;
  } catch (error) {
    // A disk that is full may have ended it already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** @returns what the last one gives */
function each(database: DatabaseSync, statements: Statement[]): Outcome {
  let outcome: Outcome = { rows: [], changes: 0 };
  for (const { sql, parameters } of statements) {
    const statement = database.prepare(sql);
    const bound = parameters as SQLInputValue[];
    outcome =
      statement.columns().length > 0
        ? { rows: statement.all(...bound), changes: 0 }
        : { rows: [], changes: Number(statement.run(...bound).changes) };
  }
  return outcome;
}
