/** Sexes and age bands, as a session counts who came. */
export const sexes = ['women', 'men', 'not-stated'] as const;
export const ageBands = ['under-18', '18-29', '30-44', '45-64', '65-plus', 'not-stated'] as const;

export type Sex = (typeof sexes)[number];
export type AgeBand = (typeof ageBands)[number];

/**
 * Who was present where the needs of a candidate were voiced. Present, not in agreement: nobody was asked whether they
 * share a need that someone else in the room voiced.
 */
export interface Support {
  needs: number;
  /** Distinct sessions in which at least one of the needs was voiced. */
  sessions: number;
  /** Distinct administrative units: the need's own, else its session's. */
  units: number;
  /** Sum of the participants of those sessions, each once; null where no session has counted them. */
  people: number | null;
  /** Sessions whose participants are not counted. */
  uncounted: number;
  /** People by sex and age band, as far as the sessions counted so. */
  groups: readonly { sex: Sex; age: AgeBand; people: number }[];
}

export const noSupport: Support = { needs: 0, sessions: 0, units: 0, people: null, uncounted: 0, groups: [] };

export interface HeldSession {
  unitId: string | null;
  participants: number | null;
  attendance: readonly { sex: Sex; age: AgeBand; people: number }[];
}

/** @param sessions those that the needs name, by id */
export function sumSupport(
  needs: readonly { sessionId: string | null; unitId: string | null }[],
  sessions: ReadonlyMap<string, HeldSession>,
): Support {
  const met = new Set(needs.flatMap(({ sessionId }) => sessionId ?? []));
  const units = new Set(
    needs.flatMap(
      ({ unitId, sessionId }) =>
        unitId ?? (sessionId === null ? [] : (sessions.get(sessionId)?.unitId ?? [])),
    ),
  );
  const counts = [...met].map((id) => sessions.get(id)?.participants ?? null);
  const counted = counts.filter((count) => count !== null);
  const groups = new Map<string, { sex: Sex; age: AgeBand; people: number }>();
  for (const { sex, age, people } of [...met].flatMap((id) => sessions.get(id)?.attendance ?? [])) {
    const key = `${sex} ${age}`;
    groups.set(key, { sex, age, people: people + (groups.get(key)?.people ?? 0) });
  }
  return {
    needs: needs.length,
    sessions: met.size,
    units: units.size,
    people: counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0),
    uncounted: counts.length - counted.length,
    groups: sortGroups([...groups.values()]),
  };
}

/** By sex, then by age band. */
export function sortGroups<Group extends { sex: Sex; age: AgeBand }>(groups: readonly Group[]): Group[] {
  return groups.toSorted(
    (a, b) =>
      sexes.indexOf(a.sex) - sexes.indexOf(b.sex) || ageBands.indexOf(a.age) - ageBands.indexOf(b.age),
  );
}

/** People of one sex, or of one age band. */
export function peopleOf({ groups }: Support, of: { sex?: Sex; age?: AgeBand }): number {
  return groups
    .filter(
      ({ sex, age }) => (of.sex === undefined || of.sex === sex) && (of.age === undefined || of.age === age),
    )
    .reduce((sum, { people }) => sum + people, 0);
}
