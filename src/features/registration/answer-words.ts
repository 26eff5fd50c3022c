import { pickText, type Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Answers, Question } from './question.ts';

/** What somebody answered to a question, as people read it; '' where it was left open. */
export function answerWords(
  question: Question,
  answers: Answers,
  { language, t }: { language: Language; t: Translate },
): string {
  const given = answers[question.id] ?? [];
  switch (question.kind) {
    case 'text':
    case 'number':
      return given[0] ?? '';
    case 'yes-no':
      return given.map((value) => t(value === 'yes' ? 'registration.yes' : 'registration.no')).join('');
    case 'choice':
    case 'several':
      return question.options
        .filter(({ id }) => given.includes(id))
        .map(({ text }) => pickText(text, language))
        .join('; ');
  }
}
