import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { openCopies } from '#server/files/open-copies.ts';
import type { Attendance } from '../attendance.ts';
import { statementOf } from '../publication.ts';
import type { Session } from './access.ts';
import type { VoicedNeed } from './needs-store.ts';
import type { SessionPhoto } from './photos-store.ts';

/** A row of the record that was added, to be cited. */
interface AddedRow {
  id: string;
  kind: string;
}

/**
 * The keys of events that begin with a name. Until the transaction ends, whoever else publishes in the municipality
 * waits, so that none takes the same key; foreign keys to it do not.
 */
export async function holdEventKeys(tx: Tx, municipalityId: string, name: string): Promise<string[]> {
  await tx
    .selectFrom('municipality')
    .select('id')
    .where('id', '=', municipalityId)
    .forNoKeyUpdate()
    .execute();
  const rows = await tx
    .selectFrom('event')
    .select('key')
    .where('municipality_id', '=', municipalityId)
    .where(sql<boolean>`starts_with(key, ${name})`)
    .execute();
  return rows.map(({ key }) => key);
}

export async function addEvent(tx: Tx, session: Session, key: string, title: Localised): Promise<string> {
  const id = idOf('event', key);
  const summary = {
    ...(session.summarySq ? { sq: session.summarySq } : {}),
    ...(session.summaryEn ? { en: session.summaryEn } : {}),
  };
  await tx
    .insertInto('event')
    .values({
      id,
      key,
      kind: 'listening',
      municipality_id: session.municipalityId,
      unit_id: session.unitId,
      mandate_id: session.mandateId,
      title: JSON.stringify(title),
      starts: session.heldOn,
      starts_at: session.startsAt,
      place: session.place === '' ? null : JSON.stringify({ sq: session.place }),
      online: session.channel === 'online' || session.channel === 'mixed',
      participants: session.participants,
      participants_is: 'exact',
      participants_note:
        session.countsNote === ''
          ? null
          : JSON.stringify({ [session.countsNoteLanguage]: session.countsNote }),
      summary: Object.keys(summary).length > 0 ? JSON.stringify(summary) : null,
    })
    .execute();
  return id;
}

export async function addAttendance(
  tx: Tx,
  eventKey: string,
  { cells, groups }: Pick<Attendance, 'cells' | 'groups'>,
): Promise<AddedRow[]> {
  const event_id = idOf('event', eventKey);
  const rows = [
    ...cells.map(({ sex, ageBand, people }) => ({
      key: `${eventKey}/${sex}-${ageBand}`,
      sex,
      age_band: ageBand,
      people,
    })),
    ...groups.map(({ group, people }) => ({ key: `${eventKey}/${group}`, social_group: group, people })),
  ].map((row) => ({ id: idOf('event_attendance', row.key), event_id, ...row }));
  if (rows.length > 0) await tx.insertInto('event_attendance').values(rows).execute();
  return rows.map(({ id }) => ({ id, kind: 'event_attendance' }));
}

/** Those to which everyone who can be recognised agrees, and those where nobody can be. */
export async function addPhotos(
  tx: Tx,
  eventKey: string,
  photos: readonly SessionPhoto[],
): Promise<AddedRow[]> {
  const event_id = idOf('event', eventKey);
  const shown = photos.filter(({ consent }) => consent !== 'not-given');
  const copies = await openCopies(tx, shown);
  const rows = shown.map(({ originalSha256, copySha256, altSq, altEn }, index) => {
    const key = `${eventKey}/photo-${index + 1}`;
    const alt = JSON.stringify({ sq: altSq, ...(altEn ? { en: altEn } : {}) });
    return {
      id: idOf('event_photo', key),
      key,
      event_id,
      position: index + 1,
      copy_sha256: copies.get(originalSha256) ?? copySha256,
      alt,
    };
  });
  if (rows.length > 0) await tx.insertInto('event_photo').values(rows).execute();
  return rows.map(({ id }) => ({ id, kind: 'event_photo' }));
}

export async function addPublicNeeds(
  tx: Tx,
  session: Session,
  eventKey: string,
  needs: readonly VoicedNeed[],
): Promise<AddedRow[]> {
  const rows = needs
    .filter(({ review }) => review === 'accepted')
    .map((need, index) => {
      const key = `${eventKey}/${String(index + 1).padStart(3, '0')}`;
      const { statement, original } = statementOf(need);
      return {
        voiced: need.id,
        id: idOf('need', key),
        key,
        municipality_id: session.municipalityId,
        unit_id: need.unitId ?? session.unitId,
        mandate_id: session.mandateId,
        field_id: need.fieldId,
        field_basis: need.fieldId === null ? null : ('stated' as const),
        event_id: idOf('event', eventKey),
        channel: session.kind,
        statement: JSON.stringify(statement),
        place: need.place === '' ? null : need.place,
        voiced_on: session.heldOn,
        spoken_in: need.language,
        original,
        speaker: need.speaker === '' ? null : need.speaker,
      };
    });
  if (rows.length === 0) return [];
  await tx
    .insertInto('need')
    .values(rows.map(({ voiced: _, ...row }) => row))
    .execute();
  await sql`
    UPDATE voiced_need SET need_id = given.need
    FROM unnest(${rows.map(({ voiced }) => voiced)}::uuid[], ${rows.map(({ id }) => id)}::uuid[]) AS given(voiced, need)
    WHERE municipality_id = ${session.municipalityId} AND id = given.voiced`.execute(tx);
  return rows.map(({ id }) => ({ id, kind: 'need' }));
}

export async function markPublished(tx: Tx, sessionId: string, eventKey: string): Promise<void> {
  await tx
    .updateTable('listening_session')
    .set((eb) => ({
      state: 'published' as const,
      event_id: idOf('event', eventKey),
      version: eb('version', '+', 1),
      updated_at: sql<Date>`now()`,
    }))
    .where('id', '=', sessionId)
    .execute();
}
