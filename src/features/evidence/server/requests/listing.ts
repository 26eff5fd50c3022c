import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError } from '#server/errors.ts';
import { asksForInformation, asksOf, hasRequests, requestsReach } from '../../requests/policy.ts';
import { complaintUntil, daysLate, stateOf } from '../../requests/request.ts';
import type { RequestFilter } from '../../requests/schema.ts';
import { requestToSee } from './access.ts';
import { readComponents } from '../assessment-store.ts';
import * as store from './requests-store.ts';

const pageSize = 50;

/** A page of the requests that someone sees. @throws forbidden to whom none are open */
export async function listRequests(app: App, actor: Actor, filter: RequestFilter) {
  if (!hasRequests(actor)) throw new DomainError('forbidden', 'requests for information');
  const within = requestsReach(actor);
  const [rows, municipalities] = await Promise.all([
    store.readRequests(app.db, { ...pickFilter(filter), within, limit: pageSize + 1 }),
    store.readMunicipalities(app.db, within),
  ]);
  const requests = rows.slice(0, pageSize).map((row) => present(app, row));
  const last = requests.at(-1);
  return {
    requests,
    municipalities,
    mayAsk: asksOf(actor).length > 0,
    next: rows.length > pageSize && last ? `${last.dueOn ?? 'infinity'}_${last.id}` : undefined,
  };
}
export type ListedRequest = Awaited<ReturnType<typeof listRequests>>['requests'][number];

function pickFilter({ municipality, show, after }: RequestFilter) {
  return { municipality, show, after };
}

/** A request with its deadlines, and what the actor may do with it. @throws not-found */
export async function showRequest(app: App, actor: Actor, id: string) {
  const found = await requestToSee(app.db, actor, id);
  const askable = found.assessmentId === null ? [] : await readComponents(app.db, found.assessmentId);
  return {
    request: present(app, found),
    askable,
    law: app.informationLaw,
    today: dayOf(app.clock()),
    mayWork: asksForInformation(actor, found.municipalityId),
  };
}
export type ShownRequest = Awaited<ReturnType<typeof showRequest>>;

function present(app: App, request: store.InformationRequest) {
  const today = dayOf(app.clock());
  return {
    ...request,
    state: stateOf(request, today),
    daysLate: daysLate(app.calendar, request, today),
    complaintUntil: complaintUntil(app.calendar, app.informationLaw, request, today) ?? null,
  };
}
