// Starts the embedded database of the folder given as its argument, and writes row after row; prints the number of each
// that the database has acknowledged. Ended by being killed.
import { openDatabase } from '../db.ts';
import { startCluster } from './cluster.ts';

const { url } = await startCluster(process.argv[2] ?? '');
const { pool } = openDatabase({ url, preparedStatements: true });
await pool.query('CREATE TABLE IF NOT EXISTS acknowledged (id int PRIMARY KEY)');
for (let id = 1; ; id += 1) {
  await pool.query('INSERT INTO acknowledged VALUES ($1)', [id]);
  process.stdout.write(`${id}\n`);
}
