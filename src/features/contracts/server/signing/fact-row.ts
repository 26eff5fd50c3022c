import { slugOf } from '#server/datapackage/slug.ts';
import type { RecordFact } from '../../signing-schema.ts';
import type { FactRow } from './signing-store.ts';

/** A scanned document: the sealed original, and the copy that the public may have. */
export interface Scan {
  original: string;
  publicCopy: string | null;
}

interface Who {
  signatory: string;
  personId: string | null;
  organisationId: string | null;
}

/** Whether two facts are about one signatory: one person, one organisation, or the council. */
export function isSameSignatory(row: Who, who: Who): boolean {
  if (row.signatory !== who.signatory) return false;
  if (who.signatory === 'council') return true;
  if (who.signatory === 'organisation') return row.organisationId === who.organisationId;
  return row.personId === who.personId;
}

/** Whether a fact of the same signatory says what is said again. */
export function isSameFact(row: FactRow, fact: RecordFact): boolean {
  return (
    row.state === fact.state && row.occurredOn === fact.occurred_on && row.expectedOn === fact.expected_on
  );
}

/** 'fier-2027/mayor-arta-hoxha-signed-2027-05-02'; with a number where that was recorded, and corrected, before. */
export function keyOfFact(
  contractKey: string,
  fact: Pick<RecordFact, 'signatory' | 'state' | 'occurred_on'>,
  who: string | undefined,
  taken: readonly string[],
): string {
  const name = [fact.signatory, slugOf(who ?? '').slice(0, 80), fact.state, fact.occurred_on];
  const base = `${contractKey}/${name.filter((part) => part !== '').join('-')}`;
  let key = base;
  for (let again = 2; taken.includes(key); again += 1) key = `${base}-${again}`;
  return key;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** A fact as its row; places and reasons in the language in which they were said. */
export function factRow(fact: RecordFact, personId: string | null, scan: Scan | undefined) {
  return {
    state: fact.state,
    signatory: fact.signatory,
    person_id: personId,
    organisation_id: fact.signatory === 'organisation' ? fact.organisation : null,
    event_id: fact.event,
    occurred_on: fact.occurred_on,
    expected_on: fact.state === 'expected' ? fact.expected_on : null,
    place: fact.place === '' ? null : JSON.stringify({ sq: fact.place, en: fact.place }),
    reason: fact.reason === '' ? null : JSON.stringify({ [fact.reason_language]: fact.reason }),
    party: orNull(fact.party),
    witness: orNull(fact.witness),
    scan_sha256: scan?.original ?? null,
    scan_copy_sha256: scan?.publicCopy ?? null,
  };
}
