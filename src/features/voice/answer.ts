import type { MessageKey } from '#i18n/translate.ts';

/** What residents can answer to "is it so where you live?", in the order of the form and of tables. */
export const answers = ['yes', 'partly', 'no', 'do-not-know'] as const;

export type Answer = (typeof answers)[number];

const keys: Record<Answer, MessageKey> = {
  yes: 'voice.answer.yes',
  partly: 'voice.answer.partly',
  no: 'voice.answer.no',
  'do-not-know': 'voice.answer.do-not-know',
};

export function answerKey(answer: Answer): MessageKey {
  return keys[answer];
}

/** Whether an editor lets the sentence and the photograph of an answer be seen; 'none': there is neither. */
export const moderations = ['none', 'open', 'shown', 'withheld'] as const;

export type Moderation = (typeof moderations)[number];

interface Words {
  sentence: string;
  photo: string | null;
}

/** Whether what someone adds to an answer is to be looked at: what changed is, what stayed keeps what was decided of it. */
export function moderationAfter(
  before: (Words & { moderation: Moderation }) | undefined,
  now: Words,
): Moderation {
  if (now.sentence === '' && now.photo === null) return 'none';
  const isSame = before?.sentence === now.sentence && before.photo === now.photo;
  return isSame ? before.moderation : 'open';
}
