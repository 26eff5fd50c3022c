import type { Localised } from '#i18n/languages.ts';
import { classByKind } from '../kind.ts';
import type { ItemCommand } from '../schema.ts';
import type { EvidenceAssessment } from './assessment-store.ts';
import type { ItemFileIn } from './take-file.ts';

// What a form of an item says, as the database and the audit keep it.

export function readersOf({ visibility, readers }: ItemCommand): readonly string[] {
  return visibility === 'private' ? readers : [];
}

/** The class that an item gets where nobody chose one: that of its kind. */
export function classOf({ kind, class: chosen, ofMunicipality }: ItemCommand) {
  return chosen === '' ? (classByKind(kind, ofMunicipality) ?? 'E5') : chosen;
}

function showsOf({ showsSq, showsEn }: ItemCommand): Localised {
  return { ...(showsSq ? { sq: showsSq } : {}), ...(showsEn ? { en: showsEn } : {}) };
}

/** The columns that a form says; what only its kind has stands apart. */
export function columnsOf(command: ItemCommand) {
  const { kind, stance, dated, publisher, url, visibility, bindingLanguage } = command;
  return {
    kind,
    class: classOf(command),
    stance,
    dated,
    shows: JSON.stringify(showsOf(command)),
    binding_language: bindingLanguage,
    publisher,
    url,
    visibility,
  };
}

/** The item as the audit is told of it. */
export function notedOf(
  command: ItemCommand,
  { municipalityId }: Pick<EvidenceAssessment, 'municipalityId'>,
  { id, createdBy }: { id: string; createdBy: string | null },
) {
  const { kind, stance, visibility } = command;
  return {
    id,
    municipalityId,
    kind,
    class: classOf(command),
    stance,
    visibility,
    review: 'open' as const,
    createdBy,
    readerIds: [...readersOf(command)],
  };
}

/** The files that came with an item, as the audit keeps them. */
export function sealsOf(files: readonly ItemFileIn[]): { sha256?: string | string[] } {
  const [first, ...more] = files.map(({ original }) => original.sha256);
  if (first === undefined) return {};
  return { sha256: more.length === 0 ? first : [first, ...more] };
}
