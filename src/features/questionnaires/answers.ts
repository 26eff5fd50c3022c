import { fieldOf, fieldsOf, type FieldFault, type Fields } from '#forms/form.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { Answers, Question } from './question.ts';

export const longestText = 2000;

export interface ReadAnswers {
  /** Choices and scales. */
  answers: Answers;
  /** What was written, apart: someone reads it before anyone else does. */
  texts: { question: string; body: string }[];
  faults: FieldFault[];
}

/** What a filled-in questionnaire says: each question's control is named by its id. */
export function readAnswers(questions: readonly Question[], typed: Fields): ReadAnswers {
  const answers: Answers = {};
  const texts: ReadAnswers['texts'] = [];
  const faults: FieldFault[] = [];
  for (const question of questions) {
    const { id } = question;
    const fault = (key: FieldFault['key'], values?: FieldFault['values']) =>
      faults.push({ field: id, key, ...(values ? { values } : {}) });
    switch (question.kind) {
      case 'choice': {
        const chosen = [...new Set(fieldsOf(typed, id))].filter((value) => value !== '');
        const known = chosen.every((value) => question.options.some((option) => option.id === value));
        if (!known || (question.choose === 'one' && chosen.length > 1)) fault('form.fault.choice');
        else if (chosen.length > 0) answers[id] = chosen;
        else if (question.required) fault('form.fault.missing');
        break;
      }
      case 'scale': {
        const value = fieldOf(typed, id).trim();
        const score = Number(value);
        if (value === '') {
          if (question.required) fault('form.fault.missing');
        } else if (!/^\d{1,3}$/.test(value) || score < question.least || score > question.most)
          fault('form.fault.choice');
        else answers[id] = score;
        break;
      }
      case 'text': {
        const body = sanitised(fieldOf(typed, id));
        if (body.length > longestText) fault('form.fault.too-long', { most: longestText });
        else if (body !== '') texts.push({ question: id, body });
        else if (question.required) fault('form.fault.missing');
        break;
      }
    }
  }
  return { answers, texts, faults };
}

/** Whether nothing at all was answered. */
export function isEmpty({ answers, texts }: ReadAnswers): boolean {
  return Object.keys(answers).length === 0 && texts.length === 0;
}
