import type { Attendance, TookPart } from './detail.ts';

interface Named extends TookPart {
  municipalityId: string;
}

type Comer = Pick<Named, 'attendance' | 'id'> & {
  municipalityId: string | null;
  municipalityKey: string | null;
  municipalityName: string | null;
};

/**
 * The municipalities that take part in a gathering: those that are named, and those that somebody comes for. How a named one
 * takes part is what is said of it; where that is not known, and of the others, what is said of their people: on site
 * where one of them is.
 */
export function takingPart(named: readonly Named[], people: readonly Comer[]): Named[] {
  const comers = Map.groupBy(people, ({ municipalityId }) => municipalityId);
  const attendanceOf = (municipalityId: string): Attendance =>
    (['on-site', 'online'] as const).find((mode) =>
      comers.get(municipalityId)?.some(({ attendance }) => attendance === mode),
    ) ?? 'unknown';
  const known = new Set(named.map(({ municipalityId }) => municipalityId));
  const others = [...comers.values()].flatMap(([first]): Named[] => {
    if (!first) return [];
    const { id, municipalityId, municipalityKey, municipalityName } = first;
    if (municipalityId === null || municipalityKey === null || municipalityName === null) return [];
    if (known.has(municipalityId)) return [];
    const attendance = attendanceOf(municipalityId);
    return [{ id, municipalityId, municipalityKey, municipalityName, attendance, representedBy: null }];
  });
  return [
    ...named.map((one) =>
      one.attendance === 'unknown' ? { ...one, attendance: attendanceOf(one.municipalityId) } : one,
    ),
    ...others,
  ];
}
