// npm run db:types: writes src/server/database/types.ts from a database made for this by the migrations, then dropped.
import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { describeTables } from '#server/database/describe.ts';
import { migrate } from '#server/database/migrate.ts';
import { typesFile } from '#server/database/types-file.ts';
import { startTestServer } from '#testing/server.ts';

const file = 'src/server/database/types.ts';
const name = `pop_types_${process.pid}`;

async function run<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const server = await startTestServer();
try {
  const url = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  await run(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  try {
    await migrate(url);
    const text = typesFile(await run(url, describeTables));
    const isChanged = text !== (await readFile(file, 'utf8'));
    if (isChanged) await writeFile(file, text);
    process.stdout.write(isChanged ? `Wrote ${file}\n` : `${file} is as the migrations say\n`);
  } finally {
    await run(server.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
} finally {
  await server.stop();
}
