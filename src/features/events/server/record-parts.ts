import { withLatestPapers } from '#features/conclusions/event-facts.ts';
import type { Db } from '#server/database/db.ts';
import type { EventFile, Participant, Party } from '../detail.ts';
import * as store from './parts-store.ts';

/** What the record holds of an event besides its own row. */
export async function readParts(db: Db, event: store.VersionOfEvent & { series: string | null }) {
  const [topics, parties, items, people, tookPart, documents, photos, series] = await Promise.all([
    store.readTopics(db, event),
    store.readParties(db, event),
    store.readItems(db, event),
    store.readPeople(db, event),
    store.readTookPart(db, event),
    store.readDocuments(db, event),
    store.readPhotos(db, event.id),
    event.series === null ? [] : store.readSeries(db, event.series),
  ]);
  return {
    topics,
    parties: parties.flatMap(partyOf),
    items,
    people: people.map(participantOf),
    tookPart,
    documents: withLatestPapers(documents.flatMap(fileOf)),
    photos,
    series,
  };
}

type PartyRow = Awaited<ReturnType<typeof store.readParties>>[number];

export function partyOf({ name, isMember, organisationKey, ...row }: PartyRow): Party[] {
  if (name === null) return [];
  return [{ ...row, name, organisationKey: isMember ? organisationKey : null }];
}

type PersonRow = Awaited<ReturnType<typeof store.readPeople>>[number];

export function participantOf(row: PersonRow): Participant {
  const { organisationKey, organisationName, municipalityKey, municipalityName, ...person } = row;
  return {
    ...person,
    organisation:
      organisationKey !== null && organisationName !== null
        ? { key: organisationKey, name: organisationName }
        : null,
    municipality:
      municipalityKey !== null && municipalityName !== null
        ? { key: municipalityKey, name: municipalityName }
        : null,
  };
}

function fileOf(
  row: Awaited<ReturnType<typeof store.readDocuments>>[number],
): (EventFile & { key: string })[] {
  const { url, copy, ...document } = row;
  const href = copy === null ? url : `/files/${copy}`;
  return href === null ? [] : [{ ...document, href }];
}
