import type { Formats } from '#i18n/format.ts';
import { languages, pickText, type Language, type Localised } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Line } from '../compare-versions.ts';
import type { BodyPriority, ContractBody } from '../contract-body.ts';

/** What the keys of a body are called. */
export interface BodyNames {
  fields: readonly { key: string; name: Localised }[];
  units: readonly { key: string; name: string }[];
}

interface Words {
  language: Language;
  t: Translate;
  formats: Formats;
}

/** Where a priority of a version applies, in words. */
export function bodyPlaces(
  { coverage, places }: BodyPriority,
  names: BodyNames,
  { t, formats }: Words,
): string {
  if (coverage === null) return '';
  if (coverage !== 'listed') return t(`coverage.${coverage}`);
  return formats.list(
    places.map(({ unit, locality }) => {
      const name = names.units.find(({ key }) => key === unit)?.name ?? unit;
      return locality === '' ? name : `${locality} (${name})`;
    }),
  );
}

export function bodyField({ field }: BodyPriority, names: BodyNames, language: Language): string {
  return pickText(names.fields.find(({ key }) => key === field)?.name, language);
}

/** All that a priority of a version says, line by line, for the comparison with another version. */
export function bodyLines(
  priority: BodyPriority,
  binding: ContractBody['bindingLanguage'],
  names: BodyNames,
  words: Words,
): Line[] {
  const { t, formats, language } = words;
  const inEach = (key: string, label: string, text: Localised): Line[] =>
    languages.map((of) => ({
      key: `${key}.${of}`,
      label: t(of === binding ? 'drafting.in-binding' : 'drafting.in-translation', {
        label,
        language: t(`language.name.${of}`),
      }),
      text: text[of] ?? '',
    }));
  return [
    ...inEach('statement', t('drafting.statement'), priority.statement),
    ...inEach('heading', t('drafting.heading'), priority.heading),
    { key: 'field', label: t('field.one'), text: bodyField(priority, names, language) },
    { key: 'places', label: t('priority.places'), text: bodyPlaces(priority, names, words) },
    { key: 'directorate', label: t('drafting.directorate'), text: priority.directorate },
    ...inEach('untested', t('drafting.untested_reason'), priority.untestedReason),
    ...priority.components.flatMap((component, index) => {
      const named = (label: string) => t('drafting.component.numbered', { number: index + 1, label });
      const due = component.due ? formats.date(component.due) : '';
      return [
        ...inEach(`component.${index}`, named(t('component.one')), component.statement),
        ...inEach(`test.${index}`, named(t('component.shown-by')), component.shownBy),
        { key: `due.${index}`, label: named(t('component.due')), text: due },
        {
          key: `testable.${index}`,
          label: named(t('component.testable')),
          text: t(`testable.${component.testable}`),
        },
        {
          key: `competence.${index}`,
          label: named(t('component.competence')),
          text: t(`competence.${component.competence}`),
        },
      ];
    }),
  ];
}
