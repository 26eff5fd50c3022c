import { pickText, type Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import { answerWords } from './answer-words.ts';
import { ageBands, organisationKinds, sexes } from './figure-fields.ts';
import { modes } from './mode.ts';
import type { AskedForm } from './server/public.ts';

/** What the fields of a registration are called, and how a value reads where what is sent is not what people see. */
export function fieldWords(
  { questions, municipalities }: AskedForm,
  { language, t }: { language: Language; t: Translate },
) {
  const labels: Record<string, string> = {
    name: t('registration.name'),
    mode: t('registration.mode'),
    sex: t('registration.ask.sex'),
    ageBand: t('registration.ask.age-band'),
    municipality: t('registration.ask.municipality'),
    organisationKind: t('registration.ask.organisation-kind'),
    accessNeeds: t('registration.ask.access-needs'),
  };
  for (const { id, text } of questions) labels[id] = pickText(text, language);

  function wordFor(name: string, value: string): string {
    const question = questions.find(({ id }) => id === name);
    if (question) return answerWords(question, { [name]: [value] }, { language, t });
    if (name === 'municipality') return municipalities.find(({ id }) => id === value)?.name ?? value;
    const mode = modes.find((one) => one === value);
    const sex = sexes.find((one) => one === value);
    const age = ageBands.find((one) => one === value);
    const kind = organisationKinds.find((one) => one === value);
    if (name === 'mode' && mode) return t(`registration.mode.${mode}`);
    if (name === 'sex' && sex && sex !== 'not-stated') return t(`registration.sex.${sex}`);
    if (name === 'ageBand' && age && age !== 'not-stated') return t(`registration.age.${age}`);
    if (name === 'organisationKind' && kind) return t(`registration.organisation.${kind}`);
    return value;
  }

  return { labels, wordFor };
}
