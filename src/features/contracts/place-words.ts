import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Priority } from './contract.ts';

/** Where a priority applies: the whole municipality, all its units, or the places it names. */
export function placeWords(
  { coverage, places }: Pick<Priority, 'coverage' | 'places'>,
  t: Translate,
  formats: Formats,
): string {
  if (coverage !== 'listed') return t(`coverage.${coverage}`);
  return formats.list(
    places.map(({ unitName, locality }) => (locality ? `${locality} (${unitName})` : unitName)),
  );
}
