import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseForm } from '#forms/parse-form.ts';
import { readDetails, storedDetails } from './details.ts';
import { evidenceKinds, type EvidenceKind } from './kind.ts';
import { numberOf } from './numbers.ts';
import { detailsOf, newItem } from './schema.ts';

const id = '6f1c2b34-0000-4000-8000-000000000001';
const base: Record<string, string> = {
  id,
  stance: 'supports',
  dated: '2028-05-03',
  showsSq: 'Rruga është shtruar',
  bindingLanguage: 'sq',
  components: id,
};
const own: Record<EvidenceKind, Record<string, string>> = {
  photo: { place: 'Lagjja 3', latitude: '40,7239', longitude: '19.5561', accuracy: '8', at: '14:30' },
  observation: { place: 'Lagjja 3' },
  document: { reference: 'Nr. 120', page: '4' },
  link: { url: 'https://example.org/lajm' },
  'council-decision': { number: '45/2028' },
  'budget-line': {
    year: '2028',
    line: '04520 Rrugë',
    phase: 'spent',
    amount: '1 250 000,50',
    currency: 'ALL',
  },
  procurement: {},
  'information-request': { addressee: 'Bashkia', askedOn: '2028-04-01', outcome: 'silent' },
  meeting: { form: 'focus-group', place: 'Shkolla', participants: '12' },
  statement: { speaker: 'shitës në rrugë', heard: 'in-person' },
};
const procurement = {
  ocid: 'ocds-1',
  title: 'Rruga',
  buyer: '',
  status: '',
  amount: null,
  currency: '',
  releasedOn: null,
  milestones: [],
};

function parse(kind: string, fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries({ ...base, kind, ...fields })) data.append(name, value);
  return parseForm(newItem, data);
}

function faultsOf(kind: string, fields: Record<string, string>) {
  const parsed = parse(kind, fields);
  return parsed.kind === 'refused' ? parsed.state.faults.map(({ field, key }) => `${field} ${key}`) : [];
}

describe.each(evidenceKinds)('%s', (kind) => {
  test('what its form says is read again as it was stored', () => {
    const parsed = parse(kind, own[kind]);
    if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.state.faults));
    const details = detailsOf(parsed.command, procurement);
    if (!details) throw new Error('no details');
    const stored: unknown = JSON.parse(storedDetails(details));
    expect(readDetails(kind, stored)).toEqual(details);
    expect(stored).not.toHaveProperty('kind');
  });
});

test('numbers are read as people write them, places as devices report them', () => {
  const budget = parse('budget-line', own['budget-line']);
  expect(budget).toMatchObject({ command: { amount: 1_250_000.5, year: 2028 } });
  expect(parse('photo', own.photo)).toMatchObject({
    command: { latitude: 40.7239, longitude: 19.5561, accuracy: 8, at: '14:30' },
  });
  expect(parse('observation', own.observation)).toMatchObject({ command: { latitude: null, at: null } });
});

test('a number that was written out is read as that number', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), (whole, isSpaced) => {
      const plain = String(whole);
      return numberOf(isSpaced ? plain.replaceAll(/\B(?=(\d{3})+$)/g, ' ') : plain) === whole;
    }),
  );
  expect(['', 'a', '1.2.3', '1e9', '--1', '1,2,3'].map(numberOf)).toEqual(Array(6).fill(undefined));
});

test.each([
  ['observation', { place: '' }, ['place form.fault.missing']],
  ['photo', { place: 'x', latitude: '91' }, ['latitude form.fault.too-big']],
  ['photo', { place: 'x', latitude: 'veri' }, ['latitude evidence.fault.number']],
  ['budget-line', { ...own['budget-line'], amount: '-1' }, ['amount form.fault.too-small']],
  ['link', { url: 'javascript:alert(1)' }, ['url evidence.fault.address']],
  ['link', { url: 'https://ana:fshehte@example.org/' }, ['url evidence.fault.address']],
  ['statement', { heard: 'phone', speaker: 'Arta Hoxha' }, ['speaker evidence.fault.name']],
  ['statement', { heard: 'phone', speaker: '069 20 12 345' }, ['speaker evidence.fault.personal']],
  ['information-request', { ...own['information-request'], outcome: '' }, ['outcome form.fault.choice']],
  ['document', { class: 'E9' }, ['class form.fault.choice']],
  ['nothing', {}, ['kind form.fault.unreadable']],
])('%s with %j is refused at its field', (kind, fields, faults) => {
  expect(faultsOf(kind, fields)).toEqual(faults);
});

test('no details that cannot be read break a page', () => {
  fc.assert(
    fc.property(fc.constantFrom(...evidenceKinds), fc.jsonValue(), (kind, stored) => {
      readDetails(kind, stored);
    }),
  );
  expect(readDetails(null, {})).toBeUndefined();
});
