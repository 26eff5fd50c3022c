import { readSignings, type ListedSigning } from '#features/contracts/server/service.ts';
import { asOfParameter } from '#features/monitoring/as-of.ts';
import { languages } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { DataColumn, DataFilter, DataRow, Dataset } from '../dataset.ts';

const states = ['signed', 'declined', 'pledged', 'expected', 'no-answer', 'invited', 'not-known'];
const signatories = ['candidate', 'mayor', 'council', 'organisation', 'unknown'];

function text(name: string, nullable = false): DataColumn {
  return { name, type: 'string', nullable };
}

function rowOf(mandate: string, row: ListedSigning): DataRow {
  const { signing } = row;
  const fact = signing.facts.at(-1);
  return [
    mandate,
    row.municipalityKey,
    row.municipalityName,
    row.key,
    signing.state,
    fact?.signatory ?? null,
    fact?.name ?? null,
    ...languages.map((language) => fact?.organisation?.[language] ?? null),
    fact?.occurredOn ?? null,
    fact?.knownBy ?? null,
    fact?.expectedOn ?? null,
    String(signing.lapsed),
  ];
}

async function* read(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  for await (const { mandate, signings } of readSignings(app, filter.mandate, filter[asOfParameter])) {
    yield signings
      .filter(({ municipalityKey }) => (filter.municipality ?? municipalityKey) === municipalityKey)
      .map((row) => rowOf(mandate, row));
  }
}

/** Where the signing of each contract stands today, with the fact that decides it: the list of the home page as rows. */
export function signingsDataset(app: App): Dataset {
  return {
    name: 'signings',
    columns: [
      text('mandate'),
      text('municipality'),
      text('name'),
      text('contract'),
      { ...text('state'), values: states },
      { ...text('signatory', true), values: signatories },
      text('person', true),
      ...languages.map((language): DataColumn => ({
        name: `organisation_${language}`,
        type: 'string',
        nullable: true,
        translation: { of: 'organisation', language },
      })),
      text('occurred_on', true),
      text('known_by', true),
      text('expected_on', true),
      { name: 'lapsed', type: 'boolean', nullable: false },
    ],
    filters: ['municipality', 'mandate', asOfParameter],
    read: (filter) => read(app, filter),
  };
}
