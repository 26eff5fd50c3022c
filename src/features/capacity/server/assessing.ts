import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { holdsForNetwork } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { currentVersion, dimensions, readScores } from '../dimensions.ts';
import { assesses, readsAssessment, worksOnCapacity } from '../policy.ts';
import type { AssessmentCommand, TrainingCommand } from '../schema.ts';
import * as store from './store.ts';

/** The organisations whose capacity someone reads, and whether each has assessed itself this year. @throws forbidden */
export async function listAssessing(app: App, actor: Actor) {
  if (!worksOnCapacity(actor)) throw new DomainError('forbidden', 'capacity');
  const today = dayOf(app.clock());
  const year = Number(today.slice(0, 4));
  const ids = holdsForNetwork(actor, 'coordinator') ? 'all' : assesses(actor);
  return { year, members: await store.readMembers(app.db, today, year, ids) };
}

/** @throws not-found for whose it is not */
export async function organisationToRead(app: Pick<App, 'db'>, actor: Actor, id: string) {
  const organisation = readsAssessment(actor, id) ? await store.readOrganisation(app.db, id) : undefined;
  if (!organisation) throw notFound(`organisation ${id}`);
  return organisation;
}

async function organisationToAssess(app: Pick<App, 'db'>, actor: Actor, id: string) {
  const organisation = await organisationToRead(app, actor, id);
  if (actor.kind !== 'account' || !assesses(actor).includes(id))
    throw new DomainError('forbidden', 'assessment');
  return { organisation, account: actor.id };
}

/** How an organisation sees itself, year by year, with the form for this year for its own people. */
export async function showAssessment(app: App, actor: Actor, id: string) {
  const organisation = await organisationToRead(app, actor, id);
  const today = dayOf(app.clock());
  const year = Number(today.slice(0, 4));
  const [assessments, trainings] = await Promise.all([
    store.readAssessments(app.db, id),
    store.readTrainings(app.db, today, id),
  ]);
  const own = assessments.find((one) => one.year === year);
  return {
    organisation,
    years: assessments.flatMap(({ year: of, scores, isPublic, dimensions: version }) => {
      const read = version === currentVersion ? readScores(scores) : undefined;
      return read ? [{ year: of, scores: read, isPublic }] : [];
    }),
    trainings,
    mayAssess: assesses(actor).includes(id),
    fields: fieldsOf(own, year),
    version: own?.version ?? 0,
    year,
  };
}

export type AssessmentPage = Awaited<ReturnType<typeof showAssessment>>;

function fieldsOf(
  own: Awaited<ReturnType<typeof store.readAssessments>>[number] | undefined,
  year: number,
): Fields {
  const scores = readScores(own?.scores);
  return {
    year: String(year),
    ...(scores ? Object.fromEntries(dimensions.map((one) => [one, String(scores[one])])) : {}),
    note: own?.note ?? '',
    ...(own?.isPublic ? { isPublic: 'yes' } : {}),
  };
}

/** Keeps how an organisation sees itself in a year; others see it where it says so, and its part in the spread. */
export async function assess(
  app: App,
  actor: Actor,
  id: string,
  command: AssessmentCommand,
): Promise<Outcome<null>> {
  const { organisation, account } = await organisationToAssess(app, actor, id);
  const { year, note, isPublic, version } = command;
  if (year > Number(dayOf(app.clock()).slice(0, 4))) {
    return { kind: 'refused', faults: [{ field: 'year', key: 'declarations.fault.year' }] };
  }
  const scores = Object.fromEntries(dimensions.map((one) => [one, Number(command[one])]));
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const written = { organisationId: id, year, dimensions: currentVersion, scores, note, isPublic };
    if (!(await store.writeAssessment(tx, written, version))) {
      const theirs = (await store.readAssessments(tx, id)).find((one) => one.year === year);
      return { kind: 'conflict', theirs: fieldsOf(theirs, year), theirVersion: theirs?.version ?? 0 };
    }
    await recordAudit(tx, {
      actor: account,
      action: 'assess',
      subject: { kind: 'self-assessment', id },
      after: { organisation: organisation.key, year, isPublic },
    });
    await noteRecordChange(tx, { tables: ['self_assessment'] });
    return { kind: 'done', value: null };
  });
}

/** Counts trainings that no event of the record shows. Counted again, the newest count holds, and the earlier stay in the record. */
export async function countTrainings(
  app: App,
  actor: Actor,
  id: string,
  { trainingYear: year, trainings, trained }: TrainingCommand,
): Promise<Outcome<null>> {
  const { organisation, account } = await organisationToAssess(app, actor, id);
  const today = dayOf(app.clock());
  if (year > Number(today.slice(0, 4))) {
    return { kind: 'refused', faults: [{ field: 'trainingYear', key: 'declarations.fault.year' }] };
  }
  await inTransaction(app.db, async (tx) => {
    await tx.selectFrom('organisation').select('id').where('id', '=', id).forUpdate().execute();
    const version = (await store.countTrainingVersions(tx, id, year)) + 1;
    const key = `${organisation.key}/${year}/${version}`;
    const rowId = idOf('training_count', key);
    await tx
      .insertInto('training_count')
      .values({ id: rowId, key, organisation_id: id, year, version, trainings, people: trained })
      .execute();
    const publisher = pickText(organisation.name, defaultLanguage);
    const title = translator(defaultLanguage)('capacity.source', { name: publisher, year: String(year) });
    const subjects = [{ id: rowId, kind: 'training_count' }];
    await citeWork(tx, { key: `work/trainings/${key}`, title, publisher, publishedOn: today }, subjects);
    await recordAudit(tx, {
      actor: account,
      action: 'count',
      subject: { kind: 'training-count', id: rowId },
      after: { organisation: organisation.key, year, trainings, people: trained },
    });
    await noteRecordChange(tx, { tables: ['training_count', 'source'] });
  });
  return { kind: 'done', value: null };
}
