import { z } from 'zod';
import { languages } from '#i18n/languages.ts';
import type { Place } from './place.ts';
import type { Wording } from './wording.ts';

/** A candidate as a step found or left it; null: not there yet. */
export interface CandidateState extends Wording {
  title: string;
  fieldId: string | null;
  retired: boolean;
  mergedInto: string | null;
}

/** The part of a board that a step touched, as it was before or became. */
export interface Picture {
  needs: ReadonlyMap<string, Place>;
  candidates: ReadonlyMap<string, CandidateState | null>;
}

/** Steps that were taken before the language was asked for were in Albanian. */
const wording = {
  language: z.enum(languages).default('sq'),
  other: z.string().default(''),
};

const place = z.discriminatedUnion('at', [
  z.object({ at: z.literal('waiting') }),
  z.object({ at: z.literal('candidate'), id: z.string() }),
  z.object({ at: z.literal('aside'), reason: z.string(), ...wording }),
]);

const stored = z.object({
  needs: z.array(z.object({ place, ids: z.array(z.string()) })),
  candidates: z.record(
    z.string(),
    z
      .object({
        title: z.string(),
        ...wording,
        fieldId: z.string().nullable(),
        retired: z.boolean(),
        mergedInto: z.string().nullable(),
      })
      .nullable(),
  ),
});

/** As it is stored: needs under the place that they share, since a merge moves hundreds to one. */
export function storedPicture({ needs, candidates }: Picture): z.infer<typeof stored> {
  const groups = new Map<string, { place: Place; ids: string[] }>();
  for (const [id, where] of needs) {
    const key = JSON.stringify(where);
    const group = groups.get(key);
    if (group) group.ids.push(id);
    else groups.set(key, { place: where, ids: [id] });
  }
  return { needs: [...groups.values()], candidates: Object.fromEntries(candidates) };
}

export function readPicture(value: unknown): Picture {
  const { needs, candidates } = stored.parse(value);
  return {
    needs: new Map(needs.flatMap((group) => group.ids.map((id): [string, Place] => [id, group.place]))),
    candidates: new Map(Object.entries(candidates)),
  };
}

export function isSameCandidate(a: CandidateState | null, b: CandidateState | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.title === b.title &&
    a.language === b.language &&
    a.other === b.other &&
    a.fieldId === b.fieldId &&
    a.retired === b.retired &&
    a.mergedInto === b.mergedInto
  );
}
