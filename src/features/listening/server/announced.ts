import { z } from 'zod';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { readSession } from './sessions-store.ts';

/**
 * What everyone may see of a session at the address that its poster leads to: where it is published, the key of its event;
 * before, date and place where the organisation announced them. @throws not-found for all others
 */
export async function showAnnounced(app: App, id: string) {
  const session = z.uuid().safeParse(id).success ? await readSession(app.db, id) : undefined;
  if (!session || (session.eventKey === null && !session.announced)) throw notFound(`session ${id}`);
  const { kind, heldOn, startsAt, place, accessNotes, state, eventKey } = session;
  const { municipalityKey, municipalityName, unitName, organisationName, cancelReason, targetGroups } =
    session;
  return {
    kind,
    heldOn,
    startsAt,
    place,
    accessNotes,
    eventKey,
    municipalityKey,
    municipalityName,
    unitName,
    organisationName,
    targetGroups,
    isCancelled: state === 'cancelled',
    cancelReason,
  };
}
export type AnnouncedSession = Awaited<ReturnType<typeof showAnnounced>>;
