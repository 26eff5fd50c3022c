import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOcds } from './ocds.ts';

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
