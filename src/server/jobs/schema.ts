import pg from 'pg';
import { DatabaseError } from '../database/database-error.ts';

/** The tables of the queue stand apart from the record's. */
export const jobsSchema = 'jobs';

const insufficientPrivilege = '42501';

/**
 * Makes the schema of the queue where it is missing.
 * @throws DatabaseError naming the right that is missing and what to run
 */
export async function makeJobsSchema(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ present: boolean; role: string }>(
    `SELECT to_regnamespace($1) IS NOT NULL AS present, quote_ident(current_user) AS role`,
    [jobsSchema],
  );
  if (rows[0]?.present) return;
  try {
    await pool.query(`CREATE SCHEMA IF NOT EXISTS ${jobsSchema}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== insufficientPrivilege) throw error;
    throw new DatabaseError(
      `The role may not create the schema of the job queue: let an administrator run in the database: CREATE SCHEMA ${jobsSchema} AUTHORIZATION ${rows[0]?.role}; Then start again.`,
      { cause: error },
    );
  }
}
