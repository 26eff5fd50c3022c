import type { App } from '#server/app.ts';
import type { Source } from '../source.ts';
import { readSourcesOf } from './sources-store.ts';

/** The sources that each of the given rows cites, by the row's id, in the order cited. One query however many rows. */
export async function sourcesOf(app: App, subjectIds: readonly string[]): Promise<Map<string, Source[]>> {
  const bySubject = new Map<string, Source[]>();
  if (subjectIds.length === 0) return bySubject;
  for (const { subjectId, ...source } of await readSourcesOf(app.db, subjectIds)) {
    const known = bySubject.get(subjectId);
    if (known) known.push(source);
    else bySubject.set(subjectId, [source]);
  }
  return bySubject;
}

/** The distinct sources that any of the given rows cites, in order of first mention. */
export async function distinctSourcesOf(app: App, subjectIds: readonly string[]): Promise<Source[]> {
  const bySubject = await sourcesOf(app, subjectIds);
  const distinct = new Map<string, Source>();
  for (const id of subjectIds) for (const source of bySubject.get(id) ?? []) distinct.set(source.key, source);
  return [...distinct.values()];
}
