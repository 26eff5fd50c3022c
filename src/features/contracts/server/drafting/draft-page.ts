import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { checkContract, isOverridden, isUntestable } from '../../checklist.ts';
import { publishesContract, recordsWinner, reviewsDraft, writesDraft } from '../../policy.ts';
import { listFields } from '../service.ts';
import { bodyOf } from './body.ts';
import { readThreads } from './comments.ts';
import { fieldsOfComponent } from './components.ts';
import { draftToWrite, getDraft } from './drafts.ts';
import { fieldsOfPriority } from './priorities.ts';
import {
  readDraftComponents,
  readDraftPlaces,
  readDraftPriorities,
  readFreeCandidates,
  readUnits,
} from './text-store.ts';
import { readVersions } from './versions-store.ts';

/** What someone may do with a draft as it stands. */
function permissionsOf(actor: Actor, draft: Awaited<ReturnType<typeof getDraft>>) {
  const writes = writesDraft(actor, draft.municipalityId);
  return {
    writes: writes && draft.state === 'draft',
    reopens: writes && (draft.state === 'submitted' || draft.state === 'approved'),
    approves: reviewsDraft(actor) && draft.state === 'submitted',
    sendsBack: reviewsDraft(actor) && (draft.state === 'submitted' || draft.state === 'approved'),
    publishes: publishesContract(actor, draft.municipalityId) && draft.state === 'approved',
    signs: publishesContract(actor, draft.municipalityId) && draft.state === 'frozen',
    recordsWinner: recordsWinner(actor, draft.municipalityId) && draft.state === 'frozen',
    isOfOrganisation: organisationsIn(actor, draft.municipalityId, 'editor').includes(draft.organisationId),
  };
}

/** A draft as its page shows it: the text with what it lacks, versions, threads, and candidates not used yet. */
export async function showDraft(app: App, actor: Actor, id: string) {
  const draft = await getDraft(app.db, actor, id);
  const [body, rows, candidates, versions, threads] = await Promise.all([
    bodyOf(app.db, draft),
    readDraftPriorities(app.db, draft.id),
    readFreeCandidates(app.db, draft),
    readVersions(app.db, draft.id),
    readThreads(app.db, draft.id),
  ]);
  const openBy = Map.groupBy(
    threads.filter(({ resolved }) => resolved === null),
    ({ priorityId }) => priorityId ?? '',
  );
  return {
    draft,
    can: permissionsOf(actor, draft),
    findings: checkContract(body),
    priorities: rows.map((row, index) => {
      const own = body.priorities[index];
      return {
        id: row.id,
        heading: row.heading,
        statement: row.statement,
        fieldName: row.fieldName,
        components: own?.components.length ?? 0,
        // Without components it isn't known yet; the checklist asks for them.
        untestable: own !== undefined && own.components.length > 0 && isUntestable(own),
        overridden: own !== undefined && isOverridden(own),
        openThreads: openBy.get(row.id)?.length ?? 0,
      };
    }),
    candidates,
    versions,
    threads: threads.filter(
      ({ priorityId }) => priorityId === null || !rows.some((row) => row.id === priorityId),
    ),
  };
}

export type DraftPage = Awaited<ReturnType<typeof showDraft>>;

/**
 * What the form of a priority needs. One that is there is read and discussed by everyone who sees the draft; a new one is for
 * who writes it. @throws not-found, forbidden
 */
export async function showPriorityForm(app: App, actor: Actor, draftId: string, priorityId?: string) {
  const open = priorityId === undefined ? draftToWrite : getDraft;
  const draft = await open(app.db, actor, draftId);
  const [fields, units, rows] = await Promise.all([
    listFields(app),
    readUnits(app.db, draft.municipalityId),
    readDraftPriorities(app.db, draft.id),
  ]);
  const base = { draft, can: permissionsOf(actor, draft), fields, units };
  if (priorityId === undefined) return { ...base, number: rows.length + 1, priority: null };
  const index = rows.findIndex(({ id }) => id === priorityId);
  const row = rows[index];
  if (!row) throw notFound(`priority ${priorityId}`);
  const [places, components, threads] = await Promise.all([
    readDraftPlaces(app.db, [row.id]),
    readDraftComponents(app.db, [row.id]),
    readThreads(app.db, draft.id),
  ]);
  return {
    ...base,
    number: index + 1,
    priority: {
      id: row.id,
      version: row.version,
      statement: row.statement,
      fields: fieldsOfPriority(row, places),
      components,
      threads: threads.filter((thread) => thread.priorityId === row.id),
    },
  };
}

/** What the form of a component needs. @throws not-found, forbidden for who does not write it */
export async function showComponentForm(
  app: App,
  actor: Actor,
  ref: { draftId: string; priorityId: string; componentId?: string | undefined },
) {
  await draftToWrite(app.db, actor, ref.draftId);
  const { draft, can, number, priority } = await showPriorityForm(app, actor, ref.draftId, ref.priorityId);
  if (!priority) throw notFound(`priority ${ref.priorityId}`);
  const base = { draft, can, priority: { id: priority.id, number, statement: priority.statement } };
  if (ref.componentId === undefined) return { ...base, component: null };
  const row = priority.components.find(({ id }) => id === ref.componentId);
  if (!row) throw notFound(`component ${ref.componentId}`);
  return { ...base, component: { id: row.id, version: row.version, fields: fieldsOfComponent(row) } };
}
