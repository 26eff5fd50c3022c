import { describe, expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';
import { readRows, writeRows, type Row } from './record-folders.fixture.ts';
import { useRecordDatabase } from './record.fixture.ts';
import { importRecord } from './service.ts';

const database = useRecordDatabase('demo');
const newFolder = useFolders();

type Tables = Readonly<Record<string, readonly Row[]>>;

async function tryImport(tables: Tables) {
  const folder = await writeRows(await newFolder(), tables);
  return importRecord(database().pool, { folder, dryRun: true, actor: 'test' });
}

/** What is told of a package of these rows: rule, file, row or id, column, value. */
async function told(tables: Tables): Promise<unknown[][]> {
  const outcome = await tryImport(tables);
  return outcome.kind === 'refused'
    ? outcome.faults.map(({ expected, file, row, key, column, value }) => [
        expected.rule,
        file,
        row ?? key,
        column,
        value,
      ])
    : [[outcome.kind]];
}

/** The first row of a table of the demonstration for which something holds. */
async function find(resource: string, holds: (row: Row) => boolean = () => true): Promise<Row> {
  const row = (await readRows('demo', resource)).find(holds);
  if (!row) throw new Error(`The demonstration has no such row in ${resource}`);
  return row;
}

const given = (column: string) => (row: Row) => row[column] !== '';

/** A status whose components are coded, and the rows around it. */
async function codedStatus() {
  const codes = await readRows('demo', 'component-codes');
  const components = await readRows('demo', 'components');
  const status = await find(
    'statuses',
    ({ priority, round, version, status: says }) =>
      version === '1' &&
      says === 'partly' &&
      components.some(
        (component) =>
          component['priority'] === priority &&
          codes.some((code) => code['component'] === component['id'] && code['round'] === round),
      ),
  );
  const own = components.filter(({ priority }) => priority === status['priority']);
  const coded = codes.filter(
    ({ component, round }) => round === status['round'] && own.some(({ id }) => id === component),
  );
  return { status, coded };
}

/** The next version of a row that has been published. */
function correct(row: Row, cells: Row): Row {
  const correction = 'status' in row ? { kind: 'correction', reason_sq: 'Gabim yni' } : {};
  return { ...row, id: `${row['id']?.slice(0, -1)}2`, version: '2', ...correction, ...cells };
}

describe('places', () => {
  test('of a priority lie in the municipality of its contract', async () => {
    const place = await find('priority-places');
    const unit = await find(
      'administrative-units',
      ({ municipality }) => !place['priority']?.startsWith(municipality ?? ''),
    );
    expect(await told({ 'priority-places': [{ ...place, unit: unit['id'] ?? '' }] })).toEqual([
      ['place-in-municipality', 'priority-places.csv', 2, 'unit', unit['id']],
    ]);
  });

  test.each(['needs', 'events'])('of %s lie in their municipality', async (resource) => {
    const row = await find(resource, given('municipality'));
    const unit = await find(
      'administrative-units',
      ({ municipality }) => municipality !== row['municipality'],
    );
    expect(await told({ [resource]: [{ ...row, unit: unit['id'] ?? '' }] })).toEqual([
      ['unit-in-municipality', `${resource}.csv`, 2, 'unit', unit['id']],
    ]);
  });

  test('of an event without a municipality are none', async () => {
    const event = await find('events', ({ municipality }) => municipality === '');
    const unit = await find('administrative-units');
    expect(await told({ events: [{ ...event, unit: unit['id'] ?? '' }] })).toEqual([
      ['unit-in-municipality', 'events.csv', 2, 'unit', unit['id']],
    ]);
  });

  test('that a change elsewhere makes wrong are told by their ids in the record', async () => {
    const unit = await find('administrative-units');
    const other = await find('municipalities', ({ id }) => id !== unit['municipality']);
    const faults = await told({ 'administrative-units': [{ ...unit, municipality: other['id'] ?? '' }] });
    const places = (await readRows('demo', 'priority-places')).filter(
      (place) => place['unit'] === unit['id'],
    );
    expect(faults.filter(([rule]) => rule === 'place-in-municipality')).toEqual(
      places.map(({ id }) => ['place-in-municipality', 'priority-places.csv', id, 'unit', unit['id']]),
    );
  });
});

describe('events', () => {
  test('of a need are of its municipality', async () => {
    const need = await find('needs');
    const event = await find(
      'events',
      ({ kind, municipality }) =>
        kind !== 'conference' && municipality !== '' && municipality !== need['municipality'],
    );
    expect(await told({ needs: [{ ...need, event: event['id'] ?? '' }] })).toEqual([
      ['event-of-municipality', 'needs.csv', 2, 'event', event['id']],
    ]);
  });

  test('of a signature are of its municipality, unless it was at a conference', async () => {
    const signature = await find('signatures');
    const elsewhere = (row: Row) =>
      row['municipality'] !== '' && !signature['contract']?.startsWith(row['municipality'] ?? '');
    const event = await find('events', (row) => row['kind'] === 'forum' && elsewhere(row));
    expect(await told({ signatures: [{ ...signature, event: event['id'] ?? '' }] })).toEqual([
      ['event-of-municipality', 'signatures.csv', 2, 'event', event['id']],
    ]);
    const atConference = {
      events: [{ ...event, kind: 'conference' }],
      signatures: [{ ...signature, event: event['id'] ?? '' }],
    };
    expect(await told(atConference)).not.toContainEqual(expect.arrayContaining(['signatures.csv']));
  });
});

describe('numbers and dates', () => {
  test('a contract of an exact size has no more priorities than that', async () => {
    const contract = await find(
      'contracts',
      (row) => row['priority_count_is'] === 'exact' && row['priority_count'] !== '1',
    );
    expect(await told({ contracts: [{ ...contract, priority_count: '1' }] })).toEqual([
      ['count-covers-rows', 'contracts.csv', 2, 'priority_count', '1'],
    ]);
  });

  test.each([
    ['memberships', 'since', 'until'],
    ['posts', 'since', 'until'],
    ['grant-programmes', 'starts', 'ends'],
    ['mandates', 'starts', 'ends'],
    ['contracts', 'starts', 'ends'],
    ['events', 'starts', 'ends'],
    ['rounds', 'starts', 'ends'],
  ])('no row of %s ends before it begins', async (resource, first, last) => {
    const row = await find(resource);
    const column = last;
    expect(await told({ [resource]: [{ ...row, [first]: '2023-05', [last]: '2023-04-30' }] })).toEqual([
      ['end-after-start', `${resource}.csv`, 2, column, '2023-04-30'],
    ]);
    expect(await told({ [resource]: [{ ...row, [first]: '2023-05-02', [last]: '2023-05' }] })).toEqual([
      ['planned'],
    ]);
  });
});

describe('what is published', () => {
  test('is not overwritten', async () => {
    const { status } = await codedStatus();
    expect(await told({ statuses: [{ ...status, status: 'not' }] })).toEqual([
      ['published', 'statuses.csv', 2, 'status', 'not'],
    ]);
  });

  test('is corrected by its next version, derived from the next codes', async () => {
    const { status, coded } = await codedStatus();
    const outcome = await tryImport({
      statuses: [correct(status, { status: 'fully', initiated: 'false' })],
      'component-codes': coded.map((code) => correct(code, { code: 'complete' })),
    });
    expect(outcome).toMatchObject({ kind: 'planned' });
  });

  test('has versions without a gap, and ids that say which', async () => {
    const {
      status,
      coded: [code = {}],
    } = await codedStatus();
    const third = (row: Row) => ({ ...correct(row, {}), id: `${row['id']?.slice(0, -1)}3`, version: '3' });
    expect(await told({ statuses: [third(status)], 'component-codes': [third(code)] })).toEqual([
      ['consecutive-versions', 'statuses.csv', 2, 'version', '3'],
      ['consecutive-versions', 'component-codes.csv', 2, 'version', '3'],
    ]);
    const wrong = (row: Row) => correct(row, { id: `${row['id']}/next` });
    expect(await told({ statuses: [wrong(status)], 'component-codes': [wrong(code)] })).toEqual([
      ['key-of-status', 'statuses.csv', 2, 'id', `${status['id']}/next`],
      ['key-of-code', 'component-codes.csv', 2, 'id', `${code['id']}/next`],
    ]);
  });

  test('needs a reason from the second version on', async () => {
    const { status } = await codedStatus();
    expect(await told({ statuses: [correct(status, { reason_sq: '' })] })).toEqual([
      ['check.status_check1', 'statuses.csv', 2, 'version, reason_sq, reason_en', '2, , '],
    ]);
  });
});

describe('a round', () => {
  test.each(['statuses', 'component-codes', 'evidence', 'replies'])(
    'of %s is of the mandate of the contract',
    async (resource) => {
      const row = await find(resource, (one) => one['priority'] !== '');
      const own = await find('rounds', ({ id }) => id === row['round']);
      const other = await find('rounds', ({ mandate }) => mandate !== own['mandate']);
      const round = other['id'] ?? '';
      const id = row['version'] ? `${row['priority'] ?? row['component']}/${round}/1` : 'elsewhere';
      expect(
        await told({ [resource]: [{ ...row, id, round, code: row['code'] ?? '' }].map(onlyColumnsOf(row)) }),
      ).toContainEqual(['round-of-mandate', `${resource}.csv`, 2, 'round', round]);
    },
  );

  test('of a published figure is of its mandate', async () => {
    const figure = await find('published-figures', given('round'));
    const mandate = await find('mandates', ({ id }) => id !== figure['mandate']);
    expect(await told({ 'published-figures': [{ ...figure, mandate: mandate['id'] ?? '' }] })).toEqual([
      ['round-of-mandate', 'published-figures.csv', 2, 'round', figure['round']],
    ]);
  });
});

function onlyColumnsOf(row: Row): (other: Row) => Row {
  return (other) => Object.fromEntries(Object.keys(row).map((column) => [column, other[column] ?? '']));
}

describe('what belongs together', () => {
  test('evidence is of a component of its priority', async () => {
    const evidence = await find('evidence');
    const component = await find('components', ({ priority }) => priority !== evidence['priority']);
    expect(await told({ evidence: [{ ...evidence, component: component['id'] ?? '' }] })).toEqual([
      ['component-of-priority', 'evidence.csv', 2, 'component', component['id']],
    ]);
  });

  test('a reply is of the municipality of its priority', async () => {
    const reply = await find('replies', given('priority'));
    const other = await find('municipalities', ({ id }) => id !== reply['municipality']);
    expect(await told({ replies: [{ ...reply, municipality: other['id'] ?? '' }] })).toEqual([
      ['priority-of-municipality', 'replies.csv', 2, 'priority', reply['priority']],
    ]);
  });
});

describe('a codebook', () => {
  test.each([
    ['[{"status":"fully"}]'],
    ['[{"status":"done","when":{}}]'],
    ['[{"status":"not","when":{}},{"status":"fully","when":{"all":["complete"]}}]'],
    ['[]'],
  ])('with the rules %s is refused', async (mapping) => {
    const codebook = await find('codebooks');
    expect(await told({ codebooks: [{ ...codebook, mapping }] })).toContainEqual([
      'codebook-mapping',
      'codebooks.csv',
      2,
      'mapping',
      expect.any(String),
    ]);
  });

  test('has the codes of its rules', async () => {
    const codebook = await find('codebooks');
    const mapping = '[{"status":"fully","when":{"all":["splendid"]}},{"status":"not","when":{}}]';
    expect(await told({ codebooks: [{ ...codebook, mapping }] })).toContainEqual([
      'codes-of-mapping',
      'codebooks.csv',
      2,
      'mapping',
      'splendid',
    ]);
  });

  test('has the codes that are given', async () => {
    const {
      coded: [code = {}],
    } = await codedStatus();
    expect(await told({ 'component-codes': [correct(code, { code: 'splendid' })] })).toEqual([
      ['known-code', 'component-codes.csv', 2, 'code', 'splendid'],
    ]);
  });
});

describe('a status', () => {
  test('follows from the codes of its components', async () => {
    const { status } = await codedStatus();
    expect(await told({ statuses: [correct(status, { status: 'fully' })] })).toEqual([
      ['derived-status', 'statuses.csv', 2, 'status', 'fully'],
    ]);
  });

  test('is shown as initiated where a code says so, and only then', async () => {
    const { status } = await codedStatus();
    expect(await told({ statuses: [correct(status, { initiated: 'true' })] })).toEqual([
      ['derived-initiated', 'statuses.csv', 2, 'initiated', 'true'],
    ]);
  });
});

describe('what is not known', () => {
  test('a signature alone may stand without any date', async () => {
    const row = await find('signatures', ({ state }) => state === 'signed');
    const undated = { ...row, occurred_on: '', known_by: '' };
    expect(await told({ signatures: [undated] })).toEqual([['planned']]);
    expect(await told({ signatures: [{ ...undated, state: 'pledged' }] })).toEqual([
      ['check.signature_date_check', 'signatures.csv', 2, 'state, occurred_on, known_by', 'pledged, , '],
    ]);
  });

  test('a need may lie outside the fields, and then nobody has filed it', async () => {
    const need = await find('needs');
    expect(await told({ needs: [{ ...need, field: '', field_basis: '' }] })).toEqual([['planned']]);
    expect(await told({ needs: [{ ...need, field: '' }] })).toEqual([
      ['check.need_field_check', 'needs.csv', 2, 'field, field_basis', ', stated'],
    ]);
  });
});

test('a census counts a place once', async () => {
  const population = await find('populations', given('municipality'));
  expect(await told({ populations: [{ ...population, id: 'another' }] })).toEqual([
    [
      'unique-in-record',
      'populations.csv',
      2,
      'municipality, year',
      `${population['municipality']}, ${population['year']}`,
    ],
  ]);
});

test('a published percentage goes from 0 to 100', async () => {
  const figure = await find('published-figures', ({ unit }) => unit === 'percent');
  for (const value of ['100.5', '-1']) {
    expect(await told({ 'published-figures': [{ ...figure, value }] })).toEqual([
      ['check.published_figure_value_check', 'published-figures.csv', 2, 'value, unit', `${value}, percent`],
    ]);
  }
});

test('a status is one that the codebook of its round gives', async () => {
  const first = await find('rounds', ({ codebook }) => codebook === 'pop-2019');
  const own = await find('statuses', ({ round, version }) => round === first['id'] && version === '1');
  expect(await told({ statuses: [correct(own, { status: 'no-data' })] })).toEqual([
    ['status-of-codebook', 'statuses.csv', 2, 'status', 'no-data'],
  ]);
});
