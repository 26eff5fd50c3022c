import { holdsForNetwork, type Actor } from '#features/accounts/actor.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { whoIs, type AuditedEvent, type ReadableEvent } from '../event.ts';
import { kindsFor } from '../kinds.ts';
import { mayReadEvent, maySearchAudit } from '../policy.ts';
import type { AuditFilter } from '../schema.ts';
import { findAccounts, mayRewrite, readAccountNames, readEvents, type Question } from './store.ts';

const pageSize = 50;
const longestHistory = 200;

/** Adds the names that accounts and municipalities have now. */
async function withNames(app: App, events: readonly AuditedEvent[]): Promise<ReadableEvent[]> {
  if (events.length === 0) return [];
  const [accounts, municipalities] = await Promise.all([
    readAccountNames(app.db, [...new Set(events.map(({ actor }) => actor))]),
    listMunicipalities(app),
  ]);
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const places = new Map(municipalities.map(({ id, key, name }) => [id, { key, name }]));
  return events.map((event) => ({
    ...event,
    who: whoIs(event.actor, names),
    municipality: places.get(event.municipalityId ?? '') ?? null,
  }));
}

/**
 * What happened to one thing, newest first, as far as the reader may know it (policy.ts, and the rule of its kind in kinds.ts).
 * Work pages show it with the component History.
 */
export async function historyOf(
  app: App,
  actor: Actor,
  subject: { kind: string; id: string },
): Promise<ReadableEvent[]> {
  const events = await readEvents(app.db, { subject, limit: longestHistory });
  return withNames(
    app,
    events.filter((event) => mayReadEvent(actor, event)),
  );
}

/** The question that a filter asks, as far as the actor may ask it; undefined where nothing can answer it. */
async function questionOf(app: App, actor: Actor, filter: AuditFilter): Promise<Question | undefined> {
  const { actor: name, kind, municipality: key, action, from, to, q: text, after } = filter;
  const kinds = holdsForNetwork(actor, 'coordinator') ? undefined : kindsFor('administrator');
  if (kind !== undefined && kinds?.includes(kind) === false) return undefined;
  const municipality =
    key === undefined ? undefined : (await listMunicipalities(app)).find((one) => one.key === key);
  if (key !== undefined && !municipality) return undefined;
  const accounts = name === undefined ? [] : await findAccounts(app.db, name);
  return {
    actors: name === undefined ? undefined : [name, ...accounts.map(({ id }) => id)],
    action,
    kinds: kind === undefined ? kinds : [kind],
    municipalityId: municipality?.id,
    from,
    to,
    text,
    after,
    limit: pageSize + 1,
  };
}

/** A page of the audit, newest first. @throws forbidden to whom it is not open */
export async function searchAudit(app: App, actor: Actor, filter: AuditFilter) {
  if (!maySearchAudit(actor)) throw new DomainError('forbidden', 'audit');
  const question = await questionOf(app, actor, filter);
  const [found, isHeldByTriggersAlone, municipalities] = await Promise.all([
    question ? readEvents(app.db, question) : [],
    mayRewrite(app.db),
    listMunicipalities(app),
  ]);
  const page = found.slice(0, pageSize);
  return {
    events: await withNames(
      app,
      page.filter((event) => mayReadEvent(actor, event)),
    ),
    next: found.length > pageSize ? (page.at(-1)?.id ?? null) : null,
    municipalities: municipalities.map(({ key, name }) => ({ key, name })),
    isHeldByTriggersAlone,
  };
}

export type AuditPage = Awaited<ReturnType<typeof searchAudit>>;

/** Every event that a filter finds, a batch at a time; the first is read before it returns. @throws forbidden */
export async function readAudit(
  app: App,
  actor: Actor,
  filter: AuditFilter,
): Promise<AsyncGenerator<ReadableEvent[]>> {
  if (!maySearchAudit(actor)) throw new DomainError('forbidden', 'audit');
  const question = await questionOf(app, actor, filter);
  const batchSize = 500;
  const read = (after: string | undefined) =>
    question ? readEvents(app.db, { ...question, after, limit: batchSize }) : Promise.resolve([]);
  const first = await read(filter.after);

  async function* batches(): AsyncGenerator<ReadableEvent[]> {
    let events = first;
    while (events.length > 0) {
      yield await withNames(
        app,
        events.filter((event) => mayReadEvent(actor, event)),
      );
      const last = events.at(-1);
      events = events.length === batchSize ? await read(last?.id) : [];
    }
  }
  return batches();
}
