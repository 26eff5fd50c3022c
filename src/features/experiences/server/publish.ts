import { namedSources } from '#features/library/named-source.ts';
import { citeNamed } from '#features/library/server/cite-named.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { isEmpty } from '#forms/localised.ts';
import { defaultLanguage, pickText, type Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { DomainError } from '#server/errors.ts';
import type { DraftRow } from './draft-store.ts';

const longestKey = 80;

export async function publishNew(app: App, tx: Tx, draft: DraftRow): Promise<{ id: string; key: string }> {
  const today = dayOf(app.clock());
  const key = await freeKey(tx, draft);
  const id = idOf('experience', key);
  await insertRows(tx, 'experience', [
    {
      id,
      key,
      municipality_id: draft.municipalityId,
      organisation_id: draft.organisationId,
      field_id: draft.fieldId,
      published_on: today,
      ...textsOf(draft),
      ...contactOf(draft),
    },
  ]);
  await publishLinks(tx, draft, { id, key }, `work/experience/${key}`, today, [{ kind: 'experience', id }]);
  return { id, key };
}

/** Adds the correction: what it said before stays as it was. Its contact alone is changed, so that nobody's outlives its use. */
export async function publishCorrection(
  app: App,
  tx: Tx,
  draft: DraftRow,
  experienceId: string,
): Promise<{ id: string; key: string }> {
  const today = dayOf(app.clock());
  const experience = await tx
    .selectFrom('experience')
    .select(['id', 'key'])
    .where('id', '=', experienceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const newest = await tx
    .selectFrom('experience_correction')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('experience_id', '=', experienceId)
    .executeTakeFirst();
  const version = (newest?.version ?? 1) + 1;
  const key = `${experience.key}/${version}`;
  const id = idOf('experience_correction', key);
  await insertRows(tx, 'experience_correction', [
    {
      id,
      key,
      experience_id: experienceId,
      version,
      corrected_on: today,
      reason: draft.reason,
      ...textsOf(draft),
    },
  ]);
  await tx.updateTable('experience').set(contactOf(draft)).where('id', '=', experienceId).execute();
  const subjects = [{ kind: 'experience_correction', id }];
  await publishLinks(tx, draft, experience, `work/experience/${key}`, today, subjects);
  return experience;
}

/** What it serves and what shows its result; links that are there stay. */
async function publishLinks(
  tx: Tx,
  draft: DraftRow,
  experience: { id: string; key: string },
  work: string,
  today: string,
  subjects: readonly { kind: string; id: string }[],
): Promise<void> {
  const priorities = await keysOf(tx, 'priority', draft.priorityIds);
  const evidence = await keysOf(tx, 'evidence', draft.evidenceIds);
  const link = (table: 'experience_priority' | 'experience_evidence', row: { id: string; key: string }) => {
    const key = `${experience.key}/${row.key}`.slice(0, 200);
    return { id: idOf(table, key), key, experience_id: experience.id };
  };
  const served = priorities.map((row) => ({ ...link('experience_priority', row), priority_id: row.id }));
  const shown = evidence.map((row) => ({ ...link('experience_evidence', row), evidence_id: row.id }));
  await insertRows(tx, 'experience_priority', served, 'stays');
  await insertRows(tx, 'experience_evidence', shown, 'stays');
  const all = [
    ...subjects,
    ...served.map(({ id }) => ({ kind: 'experience_priority', id })),
    ...shown.map(({ id }) => ({ kind: 'experience_evidence', id })),
  ];
  const t = translator(defaultLanguage);
  await citeWork(
    tx,
    {
      key: work,
      title: t('experience.source', { title: pickText(draft.title, defaultLanguage) }),
      publisher: publisherOf(draft),
      publishedOn: today,
    },
    all,
  );
  await citeNamed(tx, work, namedSources.parse(draft.sources), subjects);
  await noteRecordChange(tx, {
    tables: ['experience', 'experience_correction', 'experience_priority', 'source'],
    municipalityIds: [draft.municipalityId],
  });
}

function publisherOf({ organisationName, municipalityName }: DraftRow): string {
  return organisationName === null ? municipalityName : pickText(organisationName, defaultLanguage);
}

function orNull(text: Localised): Localised | null {
  return isEmpty(text) ? null : text;
}

function textsOf(draft: DraftRow) {
  return {
    title: draft.title,
    summary: draft.summary,
    body: orNull(draft.body),
    problem: orNull(draft.problem),
    context: orNull(draft.context),
    done: orNull(draft.done),
    cost_amount: draft.costAmount,
    cost_currency: draft.costCurrency,
    cost_note: orNull(draft.costNote),
    result: orNull(draft.result),
    lessons: orNull(draft.lessons),
  };
}

function contactOf({ contactName, contactEmail, contactPhone }: DraftRow) {
  return {
    contact_name: contactName || null,
    contact_email: contactEmail || null,
    contact_phone: contactPhone || null,
  };
}

async function keysOf(tx: Tx, table: 'priority' | 'evidence', ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.selectFrom(table).select(['id', 'key']).where('id', 'in', ids).orderBy('key').execute();
}

async function freeKey(tx: Tx, { title, municipalityKey }: DraftRow): Promise<string> {
  const words = slugOf(pickText(title, defaultLanguage)).slice(0, longestKey).replace(/-$/, '');
  const base = words === '' ? `${municipalityKey}-1` : words;
  for (let number = 1; number < 1000; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    const taken = await tx.selectFrom('experience').select('id').where('key', '=', key).executeTakeFirst();
    if (!taken) return key;
  }
  throw new DomainError('conflict', 'a thousand experiences of one title');
}
