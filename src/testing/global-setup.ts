import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#server/database/migrate.ts';
import { startTestServer } from './server.ts';
import { stopWhenEnded } from './stop-when-ended.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A PostgreSQL on which tests may create databases. */
    serverUrl: string;
    /** Name of a migrated, empty database, copied for each test file. */
    template: string;
  }
}

/** One server and one migrated template database for the whole run; test files may add filled ones to it. */
export default async function setup(project: TestProject) {
  const server = await startTestServer();
  const template = `pop_template_${randomBytes(4).toString('hex')}`;
  const admin = new pg.Client(server.url);
  const stop = async () => {
    const { rows } = await admin.query<{ name: string }>(
      'SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)',
      [template],
    );
    for (const { name } of rows) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    await server.stop();
  };
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${template}`);
    await migrate(databaseUrl(server.url, template));
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide('serverUrl', server.url);
  project.provide('template', template);
  return stopWhenEnded(stop);
}

function databaseUrl(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}
