import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOcds, readOcdsFile } from './ocds.ts';

const release = {
  ocid: 'ocds-abc-1',
  date: '2028-02-01T00:00:00Z',
  buyer: { name: 'Bashkia Fier' },
  tender: {
    title: 'Rikonstruksion i rrugës',
    status: 'active',
    value: { amount: 12_000_000, currency: 'ALL' },
    milestones: [{ title: 'Hapja e ofertave', dueDate: '2028-02-20T10:00:00Z' }],
  },
};
const read = (file: unknown) => readOcds(JSON.stringify(file));

test('a release says what was procured, of whom, for how much and by when', () => {
  expect(read(release)).toEqual({
    kind: 'read',
    facts: {
      ocid: 'ocds-abc-1',
      title: 'Rikonstruksion i rrugës',
      buyer: 'Bashkia Fier',
      status: 'active',
      amount: 12_000_000,
      currency: 'ALL',
      releasedOn: '2028-02-01',
      milestones: [{ title: 'Hapja e ofertave', due: '2028-02-20', met: null, status: null }],
    },
  });
});

test('of the releases of one procurement the latest is read, a contract before its tender', () => {
  const later = {
    ...release,
    date: '2028-06-01',
    contracts: [
      {
        title: 'Kontrata',
        status: 'active',
        value: { amount: 11_500_000, currency: 'ALL' },
        implementation: { milestones: [{ title: 'Asfaltimi', dateMet: '2028-09-01', status: 'met' }] },
      },
    ],
  };
  const found = read({ releases: [later, release] });
  expect(found).toMatchObject({
    kind: 'read',
    facts: {
      amount: 11_500_000,
      status: 'active',
      releasedOn: '2028-06-01',
      title: 'Rikonstruksion i rrugës',
    },
  });
  expect(found.kind === 'read' && found.facts.milestones.map(({ title }) => title)).toEqual([
    'Hapja e ofertave',
    'Asfaltimi',
  ]);
  expect(read({ records: [{ ocid: 'ocds-abc-1', compiledRelease: later }] })).toEqual(found);
});

test.each([
  ['a record that stands alone', { ocid: 'ocds-abc-1', compiledRelease: release, releases: [{ url: 'x' }] }],
  ['a record with its releases', { ocid: 'ocds-abc-1', releases: [release] }],
  [
    'a package of a record without a compiled release',
    { version: '1.1', records: [{ ocid: 'x', releases: [release] }] },
  ],
  [
    'a package as 1.0 writes it',
    { uri: 'https://x.example', publishedDate: '2016-01-01', releases: [release] },
  ],
  ['a release with parts that are null', { ...release, planning: null, awards: null, contracts: null }],
  ['a day and a time with a blank between', { ...release, date: '2028-02-01 10:00:00' }],
])('%s is read like the release itself', (_, file) => {
  expect(read(file)).toEqual(read(release));
});

test('what is longer than is shown is shown in part, and a state of a publisher’s own is left out', () => {
  const milestones = [{ title: 'm'.repeat(1000), status: 'open' }];
  const found = read({ ...release, tender: { title: 't'.repeat(9000), milestones } });
  expect(found).toMatchObject({
    kind: 'read',
    facts: { title: 't'.repeat(500), milestones: [{ title: 'm'.repeat(300), status: null }] },
  });
});

test('a file in other letters than UTF-8 is refused, not read with letters that are wrong', () => {
  const text = JSON.stringify(release);
  expect(readOcdsFile(Buffer.from(text))).toEqual(read(release));
  expect(readOcdsFile(Buffer.from(`\uFEFF${text}`))).toEqual(read(release));
  const latin = Buffer.from(text.replace('rrugës', 'rrug\u00EBs'), 'latin1');
  for (const bytes of [latin, Buffer.from(`\uFEFF${text}`, 'utf16le')])
    expect(readOcdsFile(bytes)).toEqual({ kind: 'refused', fault: { key: 'evidence.fault.ocds-letters' } });
});

describe('what is wrong with a file is said', () => {
  test.each([
    ['not JSON', '{', { key: 'evidence.fault.ocds-json' }],
    ['something else', '{"a":1}', { key: 'evidence.fault.ocds-shape' }],
    ['a list', '[]', { key: 'evidence.fault.ocds-shape' }],
    ['no releases', '{"releases":[]}', { key: 'evidence.fault.ocds-shape' }],
    ['an empty ocid', '{"ocid":""}', { key: 'evidence.fault.ocds-field', values: { where: '1.ocid' } }],
    [
      'an amount in words',
      JSON.stringify({ releases: [release, { ...release, tender: { value: { amount: 'shumë' } } }] }),
      { key: 'evidence.fault.ocds-field', values: { where: '2.tender.value.amount' } },
    ],
    [
      'two procurements',
      JSON.stringify({ releases: [release, { ...release, ocid: 'ocds-abc-2' }] }),
      { key: 'evidence.fault.ocds-several', values: { count: 2 } },
    ],
    [
      'several records',
      JSON.stringify({ records: [{ compiledRelease: release }, { compiledRelease: release }] }),
      { key: 'evidence.fault.ocds-several', values: { count: 2 } },
    ],
    [
      'a record that only links to its releases',
      JSON.stringify({ records: [{ ocid: 'x', releases: [{ url: 'https://x.example/1.json' }] }] }),
      { key: 'evidence.fault.ocds-links' },
    ],
    ['a record of nothing', '{"records":[{"ocid":"x"}]}', { key: 'evidence.fault.ocds-shape' }],
    ['a record that is none', '{"records":[7]}', { key: 'evidence.fault.ocds-shape' }],
    [
      'releases that are none',
      '{"releases":[7]}',
      { key: 'evidence.fault.ocds-field', values: { where: '1' } },
    ],
    ['no title', '{"ocid":"x"}', { key: 'evidence.fault.ocds-title' }],
  ])('%s', (_, file, fault) => {
    expect(readOcds(file)).toEqual({ kind: 'refused', fault });
  });
});

test('no file breaks the reading of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((value) => JSON.stringify({ ...release, tender: value })),
      ),
      (file) => ['read', 'refused'].includes(readOcds(file).kind),
    ),
  );
});
