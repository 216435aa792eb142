import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { StartError } from '../../start-error.ts';
import { DatabaseError, openingError } from './database-failure.ts';

/**
 * Takes the steps that were not taken yet, all of them or none.
 * @throws StartError where one fails, or where a later version took others
 */
export async function migrate<Tables>(
  kysely: Kysely<Tables>,
  { directory, steps }: { directory: string; steps: Readonly<Record<string, Migration>> },
): Promise<void> {
  const migrator = new Migrator({ db: kysely, provider: { getMigrations: async () => ({ ...steps }) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (error instanceof DatabaseError && error.isOfTheDisk) throw openingError(error, directory);
  const why = error instanceof Error ? error.message : String(error);
  throw new StartError(
    `What is in ${directory} does not go with this version of Earshot (${why}): start the one that wrote it, or set another DATA_DIR.`,
    { cause: error },
  );
}
