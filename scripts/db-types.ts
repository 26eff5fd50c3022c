// Writes src/server/database/types.ts from the catalog of a migrated database: node scripts/db-types.ts <url>
import { writeFile } from 'node:fs/promises';
import pg from 'pg';
import { describeTables } from '../src/server/database/describe.ts';
import { typesFile } from '../src/server/database/types-file.ts';

const url = process.argv[2] ?? process.env['DATABASE_URL'];
if (!url) {
  process.stderr.write('usage: npm run db:types -- postgres://…\n');
  process.exit(2);
}
const client = new pg.Client(url);
await client.connect();
await writeFile('src/server/database/types.ts', typesFile(await describeTables(client)));
await client.end();
