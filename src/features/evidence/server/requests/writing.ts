import { organisationsIn, type Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { asksForInformation, asksOf } from '../../requests/policy.ts';
import type { ChangedRequest, NewRequest } from '../../requests/schema.ts';
import { accountOf, holdToWork, requestToWork } from './access.ts';
import { readComponents } from '../assessment-store.ts';
import * as store from './requests-store.ts';

/** Where what is typed into the form of a new request is kept. */
export const draftOfNew = '/work/requests/new';

export function draftOfChange(id: string): string {
  return `/work/requests/${id}/edit`;
}

/** The municipalities that someone can ask, and the one that is asked: by its id, or the only one. @throws forbidden */
export async function municipalityToAsk(app: App, actor: Actor, asked: string) {
  const ids = asksOf(actor);
  if (ids.length === 0) throw new DomainError('forbidden', 'asks nobody');
  const municipalities = await store.readMunicipalities(app.db, ids);
  const chosen =
    municipalities.length === 1 ? municipalities[0] : municipalities.find(({ id }) => id === asked);
  return { municipalities, chosen };
}

/** What a request can name: who asks, and what about. @throws not-found where the actor asks for nothing */
export async function requestChoices(app: App, actor: Actor, municipalityId: string) {
  if (!asksForInformation(actor, municipalityId)) throw notFound(`requests in ${municipalityId}`);
  const [municipality, organisations, assessment] = await Promise.all([
    store.readMunicipality(app.db, municipalityId),
    store.readOrganisations(app.db, organisationsIn(actor, municipalityId, 'monitor', 'editor')),
    store.readRunningAssessment(app.db, municipalityId),
  ]);
  if (!municipality) throw notFound(`municipality ${municipalityId}`);
  const askable = assessment ? await readComponents(app.db, assessment.id) : [];
  return { municipality, organisations, assessment, askable };
}
export type RequestChoices = Awaited<ReturnType<typeof requestChoices>>;

/** Writes a request that is not sent yet; the same form sent twice writes one. */
export async function writeRequest(
  app: App,
  actor: Actor,
  command: NewRequest,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const { id, municipalityId } = command;
  const account = accountOf(actor);
  const choices = await requestChoices(app, actor, municipalityId);
  const [first, ...others] = choices.organisations;
  const organisation =
    command.organisationId === null && others.length === 0
      ? first
      : choices.organisations.find((one) => one.id === command.organisationId);
  const faults = faultsOf(command, choices.askable);
  if (!organisation) faults.unshift({ field: 'organisationId', key: 'form.fault.choice' });
  if (!organisation || faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const added = await tx
      .insertInto('information_request')
      .values({
        id,
        municipality_id: municipalityId,
        organisation_id: organisation.id,
        assessment_id: choices.assessment?.id ?? null,
        created_by: account,
        ...columnsOf(command),
      })
      .onConflict((on) => on.columns(['municipality_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added) {
      await store.writeAsked(tx, command, command.components);
      await recordAudit(tx, {
        actor: account,
        action: 'write',
        subject: { kind: 'information-request', id },
        municipalityId,
        after: { subject: command.subject, addressee: command.addressee },
        ...(requestId ? { requestId } : {}),
      });
      await dropDraft(tx, actor, draftOfNew);
    }
    return { kind: 'done', value: { id } };
  });
}

/** A request whose words can still be changed: it is not sent. @throws not-found, forbidden, conflict */
export async function requestToChange(app: App, actor: Actor, id: string) {
  const request = await requestToWork(app.db, actor, id);
  if (request.askedOn !== null) throw new DomainError('conflict', 'it is sent');
  const askable = request.assessmentId === null ? [] : await readComponents(app.db, request.assessmentId);
  return { request, askable, fields: fieldsOf(request) };
}

/** Changes the words of a request that is not sent yet. */
export async function changeRequest(
  app: App,
  actor: Actor,
  id: string,
  command: ChangedRequest,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor);
  const { request, askable } = await requestToChange(app, actor, id);
  const faults = faultsOf(command, askable);
  if (faults.length > 0) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await holdToWork(tx, request);
    if (held.askedOn !== null)
      return { kind: 'refused', faults: [{ field: 'subject', key: 'requests.fault.sent' }] };
    if (held.version !== command.version)
      return { kind: 'conflict', theirs: fieldsOf(held), theirVersion: held.version };
    await store.updateRequest(tx, held, columnsOf(command));
    await store.writeAsked(tx, held, command.components);
    await recordAudit(tx, {
      actor: account,
      action: 'change',
      subject: { kind: 'information-request', id },
      municipalityId: held.municipalityId,
      before: { subject: held.subject, addressee: held.addressee },
      after: { subject: command.subject, addressee: command.addressee },
      ...(requestId ? { requestId } : {}),
    });
    await dropDraft(tx, actor, draftOfChange(id));
    return { kind: 'done', value: { id } };
  });
}

function faultsOf(
  { components }: Pick<NewRequest, 'components'>,
  askable: readonly { id: string }[],
): FieldFault[] {
  const isKnown = components.every((id) => askable.some((one) => one.id === id));
  return isKnown ? [] : [{ field: 'components', key: 'form.fault.choice' }];
}

function columnsOf({
  addressee,
  subject,
  body,
  language,
  format,
  replyTo,
}: Omit<ChangedRequest, 'version' | 'components'>) {
  return { addressee, subject, body, language, format, reply_to: replyTo };
}

function fieldsOf(request: store.InformationRequest): Fields {
  const { addressee, subject, body, language, format, replyTo, componentIds } = request;
  return { addressee, subject, body, language, format, replyTo, components: componentIds };
}
