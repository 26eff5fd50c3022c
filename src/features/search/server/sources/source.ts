import type { RawBuilder } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { SearchKind } from '../../kinds.ts';

/**
 * Where the documents of one kind come from: a query for one language that gives
 * subject_id, key, municipality_id, year, text_language, title, context (found, but not shown) and body.
 */
export interface Source {
  kind: SearchKind;
  /** The query also gives `names`: others by which it is asked for (found, but not shown), worth as much as its title. */
  hasNames?: true;
  documents(language: Language, t: Translate): RawBuilder<unknown>;
}
