import { pickText, type Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Option } from '#ui/forms/field.ts';
import type { AssigningPage } from './server/assessment-page.ts';

type Worker = AssigningPage['workers'][number];

/** Those who can be given a place, as a list to choose from: who they work for, and what they have in the round already. */
export function peopleOptions(
  workers: readonly Worker[],
  place: 'monitor' | 'first' | 'second',
  { language, t }: { language: Language; t: Translate },
): Option[] {
  return workers
    .filter(({ isOutsider, isBarred }) => {
      if (isBarred) return false;
      if (place === 'first') return true;
      return isOutsider === (place === 'second');
    })
    .map((worker) => ({
      value: worker.id,
      label: t('rounds.person', {
        name: worker.name,
        organisation: worker.organisations.map((name) => pickText(name, language)).join(', '),
        count: place === 'monitor' ? worker.monitoring : worker.seats,
      }),
    }));
}
