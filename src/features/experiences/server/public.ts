import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { languages, type Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { renderMarkdown } from '#server/markdown/render-markdown.ts';
import { parts } from '../experience.ts';
import type { ExperienceFilter } from '../filter.ts';
import { lineageOf } from '../lineage.ts';
import * as store from './public-store.ts';

const pageSize = 30;

/** A page of experiences, newest first, and by what they can be filtered. */
export async function listExperiences(app: App, filter: ExperienceFilter) {
  const [rows, choices] = await Promise.all([
    store.readExperiences(app.db, { ...filter, limit: pageSize + 1 }),
    store.readChoices(app.db),
  ]);
  const shown = rows.slice(0, pageSize);
  return { rows: shown, next: rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null, ...choices };
}

export type ExperienceList = Awaited<ReturnType<typeof listExperiences>>;

/** An experience as it is told now. @throws not-found */
export async function getExperience(app: App, key: string) {
  const row = await store.readExperience(app.db, key);
  if (!row) throw notFound(`experience ${key}`);
  const corrections = await store.readCorrections(app.db, row.id);
  const [newest] = corrections;
  if (!newest) return { ...row, corrections };
  const { version: _, correctedOn: __, reason: ___, ...texts } = newest;
  return { ...row, ...texts, corrections };
}

/** What was said of trying an experience: of each municipality what holds, and what it said before. */
async function triesOf(app: App, experienceId: string) {
  const byPlace = Map.groupBy(
    await store.readTries(app.db, experienceId),
    ({ municipalityId }) => municipalityId,
  );
  return [...byPlace.values()].flatMap((versions) => {
    const current = versions.at(-1);
    return current ? [{ ...current, earlier: versions.slice(0, -1) }] : [];
  });
}

/** One experience with who tried it, what it serves, and where it is told. @throws not-found */
export async function showExperience(app: App, key: string) {
  const experience = await getExperience(app, key);
  const { id } = experience;
  const [tries, priorities, evidence] = await Promise.all([
    triesOf(app, id),
    store.readLinkedPriorities(app.db, id),
    store.readLinkedEvidence(app.db, id),
  ]);
  const root = { key: experience.municipalityKey, name: experience.municipalityName };
  return {
    ...experience,
    body: experience.body && renderMarkdown(experience.body),
    told: parts.flatMap((part) => {
      const text = experience[part];
      return text && hasText(text) ? [{ part, html: renderMarkdown(text) }] : [];
    }),
    priorities,
    evidence,
    lineage: lineageOf(root, tries),
    sources: await distinctSourcesOf(app, [id, ...tries.map((one) => one.id)]),
  };
}

function hasText(text: Localised): boolean {
  return languages.some((language) => (text[language] ?? '') !== '');
}

export type ExperiencePage = Awaited<ReturnType<typeof showExperience>>;

/** Of each priority the experiences that serve it. */
export async function experiencesOf(app: App, priorityIds: readonly string[]) {
  if (priorityIds.length === 0) return new Map<string, store.ListedExperience[]>();
  return Map.groupBy(await store.readExperiencesOf(app.db, priorityIds), ({ priorityId }) => priorityId);
}
