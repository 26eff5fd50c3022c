import type { Db, Tx } from '#server/database/db.ts';
import { ageBands, sexes, type Attendance } from '../attendance.ts';
import { countedGroups } from '../session.ts';

type Counts = Pick<Attendance, 'cells' | 'groups'>;

export async function readAttendance(db: Db, sessionId: string): Promise<Counts> {
  const rows = await db
    .selectFrom('listening_attendance')
    .select(['sex', 'age_band as ageBand', 'social_group as group', 'people'])
    .where('session_id', '=', sessionId)
    .execute();
  const peopleOf = (fits: (row: (typeof rows)[number]) => boolean) => rows.find(fits)?.people ?? 0;
  return {
    cells: sexes.flatMap((sex) =>
      ageBands.flatMap((ageBand) => {
        const people = peopleOf((row) => row.sex === sex && row.ageBand === ageBand);
        return people > 0 ? [{ sex, ageBand, people }] : [];
      }),
    ),
    groups: countedGroups.flatMap((group) => {
      const people = peopleOf((row) => row.group === group);
      return people > 0 ? [{ group, people }] : [];
    }),
  };
}

/** In place of what was counted before. */
export async function writeAttendance(tx: Tx, sessionId: string, { cells, groups }: Counts): Promise<void> {
  await tx.deleteFrom('listening_attendance').where('session_id', '=', sessionId).execute();
  const rows = [
    ...cells.map(({ sex, ageBand, people }) => ({ session_id: sessionId, sex, age_band: ageBand, people })),
    ...groups.map(({ group, people }) => ({ session_id: sessionId, social_group: group, people })),
  ];
  if (rows.length > 0) await tx.insertInto('listening_attendance').values(rows).execute();
}
