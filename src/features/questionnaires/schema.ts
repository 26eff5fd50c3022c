import { z } from 'zod';
import {
  choice,
  id,
  optionalDay,
  optionalId,
  optionalText,
  optionalWholeNumber,
  text,
  ticked,
  version,
} from '#forms/fields.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Question } from './question.ts';

const words = {
  titleSq: text(200),
  titleEn: optionalText(200),
  purposeSq: text(1000),
  purposeEn: optionalText(1000),
  opensOn: optionalDay(),
  closesOn: optionalDay(),
  session: optionalId(),
};

function inOrder({ opensOn, closesOn }: { opensOn: string | null; closesOn: string | null }): boolean {
  return opensOn === null || closesOn === null || closesOn >= opensOn;
}
const order = { path: ['closesOn'], message: 'questionnaires.fault.order' };

export const newQuestionnaire = z.object({ municipality: id(), ...words }).refine(inOrder, order);
export const changedQuestionnaire = z.object({ version: version(), ...words }).refine(inOrder, order);

export type Words = Omit<z.output<typeof newQuestionnaire>, 'municipality'>;

/** A question as it is typed; options one a line. */
export const typedQuestion = z
  .object({
    version: version(),
    question: z.string().max(10).default(''),
    /** The question as its editor found it. */
    began: z.string().max(20_000).default(''),
    kind: choice(['one', 'many', 'scale', 'text']),
    textSq: text(500),
    textEn: optionalText(500),
    required: ticked(),
    optionsSq: optionalText(4000),
    optionsEn: optionalText(4000),
    least: optionalWholeNumber(0, 10),
    most: optionalWholeNumber(1, 10),
    leastSq: optionalText(100),
    leastEn: optionalText(100),
    mostSq: optionalText(100),
    mostEn: optionalText(100),
  })
  .superRefine((typed, context) => {
    const fault = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (typed.kind === 'one' || typed.kind === 'many') {
      const sq = linesOf(typed.optionsSq);
      const en = linesOf(typed.optionsEn);
      if (sq.length < 2 || sq.length > 30) fault('optionsSq', 'questionnaires.fault.options');
      if (sq.some((line) => line.length > 200)) fault('optionsSq', 'questionnaires.fault.long-option');
      if (en.some((line) => line.length > 200)) fault('optionsEn', 'questionnaires.fault.long-option');
      if (en.length > 0 && en.length !== sq.length) fault('optionsEn', 'questionnaires.fault.lines');
    }
    if (typed.kind === 'scale' && (typed.most ?? 5) <= (typed.least ?? 1))
      fault('most', 'questionnaires.fault.scale');
  });

export type TypedQuestion = z.output<typeof typedQuestion>;

function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => sanitised(line))
    .filter((line) => line !== '');
}

/** A text in the languages that were given. */
export function localisedOf(sq: string, en: string): Localised {
  return { ...(sq === '' ? {} : { sq }), ...(en === '' ? {} : { en }) };
}

/** A typed question as it is kept. */
export function questionOf(typed: TypedQuestion, id: string): Question {
  const common = { id, text: localisedOf(typed.textSq, typed.textEn), required: typed.required };
  switch (typed.kind) {
    case 'one':
    case 'many': {
      const en = linesOf(typed.optionsEn);
      const options = linesOf(typed.optionsSq).map((line, index) => ({
        id: `o${index + 1}`,
        text: localisedOf(line, en[index] ?? ''),
      }));
      return { ...common, kind: 'choice', choose: typed.kind, options };
    }
    case 'scale':
      return {
        ...common,
        kind: 'scale',
        least: typed.least ?? 1,
        most: typed.most ?? 5,
        leastLabel: localisedOf(typed.leastSq, typed.leastEn),
        mostLabel: localisedOf(typed.mostSq, typed.mostEn),
      };
    case 'text':
      return { ...common, kind: 'text' };
  }
}

/** The other way round, to be changed: every field, also those that its kind has no use for. */
export function typedOf(question: Question): Record<string, string> {
  const { id, text, required } = question;
  const common = {
    question: id,
    textSq: text.sq ?? '',
    textEn: text.en ?? '',
    required: required ? 'yes' : '',
    optionsSq: '',
    optionsEn: '',
    least: '',
    leastSq: '',
    leastEn: '',
    most: '',
    mostSq: '',
    mostEn: '',
  };
  switch (question.kind) {
    case 'choice':
      return {
        ...common,
        kind: question.choose,
        optionsSq: question.options.map((option) => option.text.sq ?? '').join('\n'),
        optionsEn: question.options
          .map((option) => option.text.en ?? '')
          .join('\n')
          .trim(),
      };
    case 'scale':
      return {
        ...common,
        kind: 'scale',
        least: String(question.least),
        most: String(question.most),
        leastSq: question.leastLabel.sq ?? '',
        leastEn: question.leastLabel.en ?? '',
        mostSq: question.mostLabel.sq ?? '',
        mostEn: question.mostLabel.en ?? '',
      };
    case 'text':
      return { ...common, kind: 'text' };
  }
}

/** A question moved or taken away. */
export const questionStep = z.object({
  version: version(),
  question: z.string().max(10),
  step: choice(['up', 'down', 'remove']),
});

/** A step of the questionnaire itself. */
export const stateStep = z.object({
  version: version(),
  step: choice(['open', 'close', 'reopen', 'publish']),
});

/** What comes with every filled-in questionnaire: a number of its own, and a field that people do not see. */
export const filledIn = z.object({ token: id(), 'leave-empty': optionalText(200) });

/** What was decided of something written. */
export const textReview = z.object({
  answer: id(),
  question: z.string().max(10),
  review: choice(['accepted', 'withheld']),
});
