import { expect, test } from 'vitest';
import { bookResources, useBooks } from './books.fixture.ts';
import { describeResources } from './describe-resources.ts';
import { descriptorOf } from './descriptor.ts';

const database = useBooks();
const titles = { name: 'books', title: 'Books', description: 'All', licences: [] };

async function describeBooks() {
  const client = await database().pool.connect();
  try {
    return descriptorOf(await describeResources(client, bookResources), titles, 'real');
  } finally {
    client.release();
  }
}

test('the schema of a file says what its columns are, as the database has them', async () => {
  const { resources } = await describeBooks();
  expect(resources.find(({ name }) => name === 'books')).toEqual({
    name: 'books',
    path: 'books.csv',
    profile: 'tabular-data-resource',
    format: 'csv',
    encoding: 'utf-8',
    schema: {
      fields: [
        {
          name: 'id',
          type: 'string',
          constraints: { required: true, pattern: '[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*' },
        },
        { name: 'shelf', type: 'string', constraints: { required: true } },
        { name: 'number', type: 'integer', constraints: { required: true } },
        { name: 'title', type: 'string', constraints: { required: true } },
        { name: 'about_sq', type: 'string' },
        { name: 'about_en', type: 'string' },
        {
          name: 'kind',
          type: 'string',
          constraints: { required: true, enum: ['novel', 'poems', 'letters'] },
        },
        { name: 'pages', type: 'integer' },
        { name: 'weight', type: 'number' },
        { name: 'is_lent', type: 'boolean', constraints: { required: true } },
        { name: 'bought', type: 'date' },
        { name: 'printed', type: 'string', constraints: { pattern: String.raw`\d{4}(-\d{2}(-\d{2})?)?` } },
        { name: 'tags', type: 'string' },
        { name: 'scan_sha256', type: 'string', constraints: { pattern: '[0-9a-f]{64}' } },
        { name: 'chapters', type: 'array' },
        { name: 'lent_to', type: 'string' },
        { name: 'due', type: 'date' },
        { name: 'sources', type: 'string', constraints: { required: true } },
      ],
      primaryKey: 'id',
      foreignKeys: [{ fields: 'shelf', reference: { resource: 'shelves', fields: 'id' } }],
    },
  });
});

test('a file that refers to no other has no list of references: the standard allows no empty one', async () => {
  const { resources } = await describeBooks();
  const lists = resources.map(({ schema }) =>
    'foreignKeys' in schema ? schema.foreignKeys?.length : undefined,
  );
  expect(lists).toEqual([undefined, undefined, 1, 1]);
});

test('the package says which languages it has and which record it is', async () => {
  expect(await describeBooks()).toMatchObject({
    profile: 'tabular-data-package',
    languages: ['sq', 'en'],
    pop: { record: 'real' },
  });
});
