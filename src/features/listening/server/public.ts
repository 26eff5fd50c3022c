import type { App } from '#server/app.ts';
import { ageBands, sexes } from '../attendance.ts';
import { socialGroups } from '../session.ts';
import { readEventPhotos, readWithdrawals } from './photos-shown.ts';
import { readEventAttendance, readEventNeeds } from './public-store.ts';

/** What the record holds of a listening session besides its event: who came, what was said, what may be seen. */
export async function showPublicSession(app: App, eventId: string) {
  const [rows, needs, photos, withdrawals] = await Promise.all([
    readEventAttendance(app.db, eventId),
    readEventNeeds(app.db, eventId),
    readEventPhotos(app.db, eventId),
    readWithdrawals(app.db, eventId),
  ]);
  const peopleOf = (sex: string, band: string) =>
    rows.find((row) => row.sex === sex && row.ageBand === band)?.people ?? 0;
  return {
    attendance: ageBands.flatMap((band) => {
      const counts = Object.fromEntries(sexes.map((sex) => [sex, peopleOf(sex, band)]));
      return Object.values(counts).some((people) => people > 0) ? [{ band, counts }] : [];
    }),
    groups: socialGroups.flatMap((group) => {
      const people = rows.find((row) => row.group === group)?.people;
      return people ? [{ group, people }] : [];
    }),
    needs: needs.map((need) => ({ ...need, corrections: need.corrections ?? [] })),
    photos,
    withdrawals,
  };
}
export type PublicSession = Awaited<ReturnType<typeof showPublicSession>>;
