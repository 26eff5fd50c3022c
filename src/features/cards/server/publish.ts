import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import { mayPublishScores } from '../policy.ts';
import { keyOfGroup, resultsOf, type SizesBefore, type Whose } from '../results.ts';
import { readUnits } from './batch-store.ts';
import { accountOf, loadForm } from './forms.ts';
import * as store from './results-store.ts';
import { municipalityFor } from './results.ts';

type Published = Awaited<ReturnType<typeof store.readPublishedSizes>>;

/** How many had answered when it was last public, of an issue and a group. */
function sizesIn(published: Published): SizesBefore {
  const sizes = new Map<string, number>();
  for (const { position, unitId, sex, cards } of published) {
    const key = `${position} ${keyOfGroup(whoseRow({ unitId, sex }))}`;
    if (!sizes.has(key)) sizes.set(key, cards);
  }
  return (position, whose) => sizes.get(`${position} ${keyOfGroup(whose)}`);
}

function whoseRow({ unitId, sex }: Pick<Published[number], 'unitId' | 'sex'>): Whose {
  if (unitId !== null) return { kind: 'unit', id: unitId };
  return sex === null ? { kind: 'all' } : { kind: 'sex', sex };
}

/** Two decimals, as they are kept. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A municipality for who publishes its scores. @throws not-found, forbidden */
export async function municipalityToPublish(db: Db, actor: Actor, key: string) {
  const municipality = await municipalityFor(db, actor, key);
  if (mayPublishScores(actor, { municipalityId: municipality.id })) return municipality;
  throw new DomainError('forbidden', 'publish scores');
}

/**
 * Makes the scores of a municipality part of the public record: of everyone, by unit and by sex, never of fewer than five
 * people and never so that what was public before tells fewer apart. A later publication is the next edition.
 */
export function publishScores(
  app: App,
  actor: Actor,
  key: string,
  wanted: { form: string; mandate: string },
  requestId: string,
): Promise<Outcome<{ edition: number }>> {
  return inTransaction(app.db, async (tx) => {
    const municipality = await municipalityToPublish(tx, actor, key);
    const { id: municipalityId } = municipality;
    await store.holdMunicipality(tx, municipalityId);
    const used = await store.readFormsInUse(tx, municipalityId);
    const chosen = used.find(({ formId, mandate }) => formId === wanted.form && mandate === wanted.mandate);
    if (!chosen) return refused('form.fault.choice');
    const { rows, edition } = await rowsOf(tx, municipality, chosen, dayOf(app.clock()));
    if (rows.length === 0) return refused('cards.fault.too-few');
    const last = await store.readEdition(tx, municipalityId, chosen.mandateId, edition - 1);
    // Sent twice, or nothing new: what is public says it already.
    if (saysTheSame(last, rows)) return { kind: 'done', value: { edition: edition - 1 } };
    await store.insertScores(tx, rows);

    const publishedOn = dayOf(app.clock());
    const source = {
      key: `work/issue-scores/${municipality.key}/${chosen.mandate}/${edition}`,
      title: `Kartat individuale: ${municipality.name}, ${chosen.mandate}`,
      publisher: await publisherOf(tx, actor, municipalityId),
      publishedOn,
    };
    await citeWork(
      tx,
      source,
      rows.map(({ id }) => ({ id, kind: 'issue_score' })),
    );
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'publish',
      subject: { kind: 'issue-scores', id: source.key },
      municipalityId,
      after: { edition, rows: rows.length },
      requestId,
    });
    await noteRecordChange(tx, { tables: ['issue_score'], municipalityIds: [municipalityId] });
    return { kind: 'done', value: { edition } };
  });
}

type Said = Awaited<ReturnType<typeof store.readEdition>>;

function saysTheSame(last: Said, next: Said): boolean {
  const lines = (rows: Said) =>
    rows
      .map((row) =>
        [row.form, row.position, row.unit_id, row.sex, row.cards, row.mean, row.deviation, row.median]
          .concat(row.lower_quartile, row.upper_quartile)
          .join(' '),
      )
      .sort()
      .join('\n');
  return lines(last) === lines(next);
}

/** The organisation that the actor publishes for, by its name. */
async function publisherOf(tx: Db, actor: Actor, municipalityId: string): Promise<string> {
  const [organisation = ''] = organisationsIn(actor, municipalityId, 'editor');
  return pickText(await store.readOrganisationName(tx, organisation), 'sq');
}

function refused(key: 'form.fault.choice' | 'cards.fault.too-few') {
  return { kind: 'refused', faults: [{ field: 'publish', key }] } as const;
}

/** The rows of a publication. */
async function rowsOf(
  tx: Db,
  municipality: { id: string; key: string },
  { formId, mandateId, mandate }: { formId: string; mandateId: string; mandate: string },
  publishedOn: string,
): Promise<{ rows: store.ScoreRow[]; edition: number }> {
  const { id } = municipality;
  const form = await loadForm(tx, formId);
  const formName = `${form.key}-${form.edition}`;
  const cards = await store.readScoredCards(tx, id, mandateId, formId);
  const units = new Map(
    (await readUnits(tx, id)).map((unit) => [unit.id, unit.key.split('/').at(-1) ?? unit.key]),
  );
  const edition = (await store.readLastPublished(tx, id, mandateId)) + 1;
  const before = sizesIn(await store.readPublishedSizes(tx, id, mandateId, formName));
  const rows = resultsOf(cards, form.issues, before).flatMap(({ position, whose, summary }) => {
    const issue = form.issues.find((one) => one.position === position);
    if (!summary || !issue || whose.kind === 'session') return [];
    const group =
      whose.kind === 'unit' ? `unit/${units.get(whose.id) ?? ''}` : keyOfGroup(whose).replace(' ', '/');
    const key = `${municipality.key}/${mandate}/issues/${edition}/${position}/${group}`;
    return [
      {
        id: idOf('issue_score', key),
        key,
        municipality_id: id,
        mandate_id: mandateId,
        edition,
        published_on: publishedOn,
        form: formName,
        position,
        field_id: issue.fieldId,
        issue: JSON.stringify(issue.statement),
        unit_id: whose.kind === 'unit' ? whose.id : null,
        sex: whose.kind === 'sex' ? whose.sex : null,
        scale_least: form.scale.least,
        scale_most: form.scale.most,
        cards: summary.n,
        mean: rounded(summary.mean),
        deviation: rounded(summary.deviation),
        lower_quartile: rounded(summary.lowerQuartile),
        median: rounded(summary.median),
        upper_quartile: rounded(summary.upperQuartile),
      },
    ];
  });
  return { rows, edition };
}
