import { isEmpty } from '#forms/localised.ts';
import type { Localised } from '#i18n/languages.ts';
import type { MessageKey } from '#i18n/translate.ts';
import { longest } from './schema.ts';

interface TextField {
  name: 'title' | 'summary' | 'body' | 'problem' | 'context' | 'done' | 'result' | 'lessons';
  key: MessageKey;
  hint?: MessageKey;
  rows: number;
  most: number;
}

const fields: readonly TextField[] = [
  { name: 'title', key: 'experience.title', rows: 1, most: longest.title },
  {
    name: 'summary',
    key: 'experience.summary',
    hint: 'experience.summary-hint',
    rows: 2,
    most: longest.summary,
  },
  { name: 'body', key: 'experience.body', rows: 12, most: longest.body },
  {
    name: 'problem',
    key: 'experience.problem',
    hint: 'experience.problem-hint',
    rows: 4,
    most: longest.part,
  },
  {
    name: 'context',
    key: 'experience.context',
    hint: 'experience.context-hint',
    rows: 3,
    most: longest.part,
  },
  { name: 'done', key: 'experience.done', hint: 'experience.done-hint', rows: 6, most: longest.part },
  { name: 'result', key: 'experience.result', hint: 'experience.result-hint', rows: 4, most: longest.part },
  {
    name: 'lessons',
    key: 'experience.lessons',
    hint: 'experience.lessons-hint',
    rows: 4,
    most: longest.part,
  },
];

/** The texts that a form asks for; the one text of an experience that was told in one, only where there is one. */
export function textFields({ body }: { body: Localised }): readonly TextField[] {
  return fields.filter(({ name }) => name !== 'body' || !isEmpty(body));
}
