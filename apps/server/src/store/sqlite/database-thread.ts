import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from './database-failure.ts';
import { type DatabasePlace, openDatabaseFile } from './database-file.ts';
import type { Answer, Order } from './thread-database.ts';

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

function carryOut(database: DatabaseSync, { id, sql, parameters }: Exclude<Order, 'close'>): Answer {
  try {
    // A failed write may have ended the transaction already.
    if (sql === 'rollback' && !database.isTransaction) return { id, rows: [], changes: 0 };
    const statement = database.prepare(sql);
    const bound = parameters as SQLInputValue[];
    if (statement.columns().length > 0) return { id, rows: statement.all(...bound), changes: 0 };
    return { id, rows: [], changes: Number(statement.run(...bound).changes) };
  } catch (error) {
    return { id, failure: failureOf(error) };
  }
}
