import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import type { Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Db } from '#server/database/db.ts';
import { stateOf, type ConclusionState } from '../conclusion.ts';
import type { ConclusionFilter } from '../schema.ts';
import * as lists from './list-store.ts';
import * as store from './public-store.ts';

interface Row {
  id: string;
  followedUpBy: object | null;
  dueOn: string | null;
}

/** Conclusions with who follows them up, what came of them, and how far they are. */
export async function withStates<One extends Row>(db: Db, rows: readonly One[], today: string) {
  const ids = rows.map(({ id }) => id);
  const [followers, outcomes] = await Promise.all([
    store.readFollowers(db, ids),
    store.readOutcomes(db, ids),
  ]);
  return rows.map((row) => {
    const own = followers.filter(({ conclusionId }) => conclusionId === row.id);
    const came = outcomes.filter(({ conclusionId }) => conclusionId === row.id);
    const hasFollower = own.length > 0 || row.followedUpBy !== null;
    const state: ConclusionState = stateOf({ dueOn: row.dueOn, hasFollower, outcomes: came }, today);
    return { ...row, followers: own, outcomes: came, state };
  });
}

/** What there is to read after an event: its conclusions with how far they are, minutes, press release. */
export async function showAfterOf(app: App, event: { id: string; version: number }) {
  const [rows, texts] = await Promise.all([
    store.readConclusionsOfEvent(app.db, event.id),
    store.readTexts(app.db, event),
  ]);
  return {
    conclusions: await withStates(app.db, rows, dayOf(app.clock())),
    texts: texts.map(({ kind, content }) => ({ kind, html: renderMarkdown(content) })),
  };
}

/** Minutes and press release of one version of an event, as they were written. */
export async function readRawTexts(
  db: Db,
  event: { id: string; version: number },
): Promise<Record<'minutes' | 'press-release', Localised>> {
  const texts = await store.readTexts(db, event);
  const textOf = (kind: string) => texts.find((text) => text.kind === kind)?.content ?? {};
  return { minutes: textOf('minutes'), 'press-release': textOf('press-release') };
}

export type AfterEvent = Awaited<ReturnType<typeof showAfterOf>>;
export type ShownConclusion = AfterEvent['conclusions'][number];

const pageSize = 50;

/** A page of the network's conclusions, those of the latest events first. */
export async function listConclusions(app: App, filter: ConclusionFilter) {
  const today = dayOf(app.clock());
  const [rows, years, municipalities] = await Promise.all([
    lists.readConclusions(app.db, filter, { today, limit: pageSize + 1 }),
    lists.readYears(app.db),
    lists.readMunicipalities(app.db),
  ]);
  const shown = rows.slice(0, pageSize);
  return {
    conclusions: await withStates(app.db, shown, today),
    counts: await lists.countStates(app.db, today),
    years,
    municipalities,
    next: rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null,
  };
}

export type ConclusionList = Awaited<ReturnType<typeof listConclusions>>;

/** The conclusions whose outcomes are linked to a contract (with its priorities and signatures) or to one priority. */
export async function conclusionsAbout(app: App, about: { contractId: string } | { priorityId: string }) {
  const rows = await lists.readConclusionsAbout(app.db, about);
  return withStates(app.db, rows, dayOf(app.clock()));
}

export type ConclusionAbout = Awaited<ReturnType<typeof conclusionsAbout>>[number];
