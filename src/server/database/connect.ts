import pg from 'pg';
import { DatabaseError } from './database-error.ts';

/**
 * Opens one connection for the work of an operator.
 * @throws DatabaseError in a sentence that says what stands in the way
 */
export async function connectAsOperator(url: string, purpose: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `pop ${purpose}`,
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks is told to the query that runs on it; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new DatabaseError(`The database at ${placeOf(url)} cannot be used: ${reasonOf(error)}.`, {
      cause: error,
    });
  }
}

/** Host, port and name of a database, without its password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'the name of the machine cannot be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'the machine cannot be reached',
  '28P01': 'the role is unknown there, or its password is wrong',
  '28000': 'the server does not let this role in from here',
  '3D000': 'the server has no database of that name',
  '53300': 'the server has no connection to spare',
  '57P03': 'the server is still starting, or stopping',
};

function reasonOf(error: unknown): string {
  // A name with several addresses fails with one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return String(first);
  const code = 'code' in first ? String(first.code) : '';
  return reasons[code] ?? first.message.replace(/\.$/, '');
}
