import type { Actor } from '#features/accounts/actor.ts';
import type { Stage } from '#features/rounds/stage.ts';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { EvidenceAssessment, EvidenceComponent } from '../assessment-store.ts';
import { readAccountNames } from '../assessment-store.ts';
import { readFiles, readItems, type Item, type ItemFile } from '../item-store.ts';
import { readerOf } from '../reader.ts';

/** Of one assessment: more than a municipality's round has many times over. */
const mostItems = 20_000;

/** What a list of evidence is written of, and compared with when it comes back: all that the person sees, and no more. */
export interface SheetContext {
  assessment: EvidenceAssessment;
  stage: Stage;
  components: readonly EvidenceComponent[];
  items: readonly Item[];
  files: readonly ItemFile[];
  /** Those whom private items name, and those who can be named. */
  people: readonly { id: string; name: string }[];
  actor: Actor;
  language: Language;
}

/** @param given the assessment, which the actor was asked to see, with what is known of it */
export async function readSheetContext(
  db: Db,
  given: Omit<SheetContext, 'items' | 'files'>,
): Promise<SheetContext> {
  const { assessment, actor, people } = given;
  const where = { municipalityId: assessment.municipalityId, assessmentId: assessment.id };
  const items = await readItems(db, readerOf(actor), where, { limit: mostItems });
  const files = await readFiles(
    db,
    where,
    items.map(({ id }) => id),
  );
  const known = new Set(people.map(({ id }) => id));
  const named = [...new Set(items.flatMap(({ readerIds }) => readerIds))].filter((id) => !known.has(id));
  return { ...given, items, files, people: [...people, ...(await readAccountNames(db, named))] };
}
