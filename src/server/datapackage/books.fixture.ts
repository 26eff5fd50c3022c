import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { beforeAll } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { importPackage, type ImportOptions, type ImportOutcome } from './import-package.ts';

/** A small record with every kind of column and constraint. */
const tables = `
  CREATE TABLE shelf (
    id uuid PRIMARY KEY,
    key slug NOT NULL UNIQUE,
    name localised NOT NULL,
    position smallint NOT NULL UNIQUE CHECK (position > 0)
  );
  CREATE TABLE book (
    id uuid PRIMARY KEY,
    key slug NOT NULL UNIQUE,
    shelf_id uuid NOT NULL REFERENCES shelf,
    number smallint NOT NULL,
    title text NOT NULL,
    about localised,
    kind text NOT NULL CHECK (kind IN ('novel', 'poems', 'letters')),
    pages integer CHECK (pages BETWEEN 1 AND 9000),
    weight numeric(6,2) CHECK (weight > 0),
    is_lent boolean NOT NULL DEFAULT false,
    bought date,
    printed partial_date,
    tags text[] NOT NULL DEFAULT '{}',
    scan_sha256 text CHECK (scan_sha256 ~ '^[0-9a-f]{64}$'),
    chapters jsonb,
    lent_to text,
    due date,
    UNIQUE (shelf_id, number),
    CONSTRAINT lent_until CHECK ((lent_to IS NULL) = (due IS NULL))
  );
  CREATE TABLE review (
    id uuid PRIMARY KEY,
    key slug NOT NULL UNIQUE,
    book_id uuid NOT NULL REFERENCES book,
    verdict text NOT NULL
  );`;

export const bookResources = [
  { name: 'sources', table: 'source', isUncited: true },
  { name: 'shelves', table: 'shelf' },
  { name: 'books', table: 'book' },
  { name: 'reviews', table: 'review', isPublished: true },
] as const;

type FileName = (typeof bookResources)[number]['name'];

/** Text of the CSV files of a package. */
export type Files = Partial<Record<FileName, string>>;

export const soundFiles: Files = {
  sources: 'id,title\ncatalogue,The catalogue\nletter,A letter\n',
  shelves:
    'id,name_sq,name_en,position,sources\nlow,Poshtë,Below,1,catalogue\ntop,Lart,,2,catalogue;letter\n',
  books:
    'id,shelf,number,title,about_sq,kind,pages,weight,is_lent,bought,printed,tags,lent_to,due,sources\n' +
    'accident,low,1,Aksidenti,Një roman,novel,250,0.5,true,2019-02-28,2010,blu;e re,Ana,2020-01-31,catalogue\n' +
    'songs,top,1,"Këngë, të gjitha",,poems,,,false,,2001-05,,,,letter\n',
  reviews: 'id,book,verdict,sources\naccident/1,accident,Mirë,letter\n',
};

/** Writes a package with these files. */
export async function writeFiles(folder: string, files: Files, more: object = {}): Promise<string> {
  const entries = Object.entries(files);
  const resources = entries.map(([name]) => ({ name, path: `${name}.csv` }));
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ resources, ...more }));
  for (const [name, text] of entries) await writeFile(join(folder, `${name}.csv`), text);
  return folder;
}

/** The bytes of every file of a folder. */
export async function readFiles(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

/** A database with the tables of the fixture, its own for each test file. */
export function useBooks() {
  const database = useDatabase();
  beforeAll(async () => {
    await database().pool.query(tables);
  });
  return database;
}

export async function importBooks(
  pool: Pool,
  folder: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportOutcome> {
  const client = await pool.connect();
  try {
    return await importPackage(client, {
      folder,
      resources: bookResources,
      checks: [],
      dryRun: false,
      heldRecord: () => Promise.resolve(undefined),
      afterwards: () => Promise.resolve(),
      ...options,
    });
  } finally {
    client.release();
  }
}

export async function emptyBooks(pool: Pool): Promise<void> {
  // Of so few rows this is many times quicker than TRUNCATE, which makes new files.
  await pool.query(
    'DELETE FROM review; DELETE FROM book; DELETE FROM shelf; DELETE FROM citation; DELETE FROM source',
  );
}
