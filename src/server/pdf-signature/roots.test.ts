import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeHolder } from '#testing/signing.ts';
import { readRoots } from './roots.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-roots-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('every certificate of the folder is a root, several of one file too; other files are left alone', async () => {
  const [one, two, three] = await Promise.all(
    [1, 2, 3].map((name) => makeHolder({ name: `Rrënja ${name}` })),
  );
  await writeFile(join(folder, 'a.pem'), `${one?.x509.toString()}\n${two?.x509.toString()}`);
  await writeFile(join(folder, 'b.crt'), `Issuer: x\n${three?.x509.toString()}`);
  await writeFile(join(folder, 'README'), 'not a certificate');
  const found = await readRoots(folder);
  expect(found.map(({ fingerprint256 }) => fingerprint256)).toEqual(
    [one, two, three].map((holder) => holder?.x509.fingerprint256),
  );
});

test('without a folder there are no roots', async () => {
  expect(await readRoots(undefined)).toEqual([]);
});

test('a file without a certificate, or with a broken one, is named', async () => {
  const own = await mkdtemp(join(tmpdir(), 'pop-roots-'));
  await writeFile(join(own, 'empty.pem'), 'nothing');
  await expect(readRoots(own)).rejects.toThrow('empty.pem holds no certificate');
  await writeFile(join(own, 'empty.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
  await expect(readRoots(own)).rejects.toThrow('empty.pem holds a certificate that cannot be read');
  await rm(own, { recursive: true });
});
