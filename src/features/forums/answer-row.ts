import { fieldOf, type FormState } from '#forms/form.ts';
import { markOf, type Answer } from './answer.ts';

interface Given {
  answer: Answer;
  words: string;
}

/** One candidate's row of the form as it is drawn: what stands in its controls, and what stood there when the person began. */
export interface AnswerRowView {
  answer: string;
  words: string;
  was: string;
}

/**
 * What the person typed, where they touched the row; else what is written down by now, by whomever. After a conflict the next try
 * begins from what the other wrote.
 * @param known what is written down
 * @param fallback what is chosen where nothing is
 */
export function answerRowView(
  state: Pick<FormState, 'fields' | 'theirs'>,
  seat: string,
  { known, fallback }: { known: Given | undefined; fallback: '' | Answer },
): AnswerRowView {
  const stored = { answer: known?.answer ?? fallback, words: known?.words ?? '', was: markOf(known) };
  const answer = fieldOf(state.fields, `answer-${seat}`);
  const words = fieldOf(state.fields, `words-${seat}`);
  const was = fieldOf(state.fields, `was-${seat}`);
  const isTouched = `${answer} ${words}`.trim() !== was.trim();
  if (!isTouched) return stored;
  return { answer: answer || stored.answer, words, was: state.theirs ? stored.was : was };
}
