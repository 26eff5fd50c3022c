import { createHash } from 'node:crypto';
import { isLanguage, defaultLanguage } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { writeBody, type ContractBody } from '../../contract-body.ts';
import type { DraftRow } from './drafts-store.ts';
import { readDraftComponents, readDraftPlaces, readDraftPriorities } from './text-store.ts';

/** What a draft says now, as a version would keep it. */
export async function bodyOf(db: Db, draft: DraftRow): Promise<ContractBody> {
  const priorities = await readDraftPriorities(db, draft.id);
  const ids = priorities.map(({ id }) => id);
  const places = await readDraftPlaces(db, ids);
  const components = await readDraftComponents(db, ids);
  const placesBy = Map.groupBy(places, ({ priorityId }) => priorityId);
  const componentsBy = Map.groupBy(components, ({ priorityId }) => priorityId);
  return {
    municipality: draft.municipalityKey,
    mandate: draft.mandate,
    bindingLanguage: isLanguage(draft.bindingLanguage) ? draft.bindingLanguage : defaultLanguage,
    priorities: priorities.map((row) => ({
      id: row.id,
      candidate: row.candidateId,
      heading: row.heading,
      statement: row.statement,
      field: row.fieldKey,
      coverage: row.coverage,
      // The places of another coverage were typed and are kept for the case that it changes back; they say nothing now.
      places:
        row.coverage === 'listed'
          ? (placesBy.get(row.id) ?? []).map(({ unitKey, locality }) => ({ unit: unitKey, locality }))
          : [],
      directorate: row.directorate,
      untestedReason: row.untestedReason,
      components: (componentsBy.get(row.id) ?? []).map(
        ({ statement, shownBy, due, testable, competence }) => ({
          statement,
          shownBy,
          due,
          testable,
          competence,
        }),
      ),
    })),
  };
}

/** The bytes of a version and their SHA-256. */
export function sealed(body: ContractBody): { text: string; sha256: string } {
  const text = writeBody(body);
  return { text, sha256: createHash('sha256').update(text).digest('hex') };
}
