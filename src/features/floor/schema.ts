import { z } from 'zod';
import { choice, choices, id, optionalId, optionalText, text } from '#forms/fields.ts';
import { languages } from '#i18n/languages.ts';
import { pollKinds, pollShows, pollVoters } from './poll.ts';
import { attendances, speakingOrders } from './speaking-order.ts';

/** Filled in by programs alone: people do not see it. */
const website = z.string().max(1000).default('');

export const floorAskForm = z.object({
  question: text(500),
  language: choice(languages),
  item: optionalId(),
  once: id(),
  website,
});
export type FloorAskCommand = z.output<typeof floorAskForm>;

export const supportForm = z.object({ question: id() });

export const voteForm = z.object({
  poll: id(),
  choice: choices(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']),
});
export type VoteCommand = z.output<typeof voteForm>;

export const speakForm = z.object({ name: text(80), attendance: choice(attendances), website });
export type SpeakCommand = z.output<typeof speakForm>;

export const verdicts = ['show', 'answered', 'decline', 'merge'] as const;

export const verdictForm = z.object({
  question: id(),
  verdict: choice(verdicts),
  reason: optionalText(300),
  into: optionalId(),
});
export type VerdictCommand = z.output<typeof verdictForm>;

export const pollForm = z.object({
  questionSq: text(200),
  questionEn: optionalText(200),
  kind: choice(pollKinds),
  shows: choice(pollShows),
  voters: choice(pollVoters),
  optionsSq: optionalText(1000),
  optionsEn: optionalText(1000),
});
export type PollCommand = z.output<typeof pollForm>;

export const pollStepForm = z.object({ poll: id(), step: choice(['open', 'close', 'remove']) });
export type PollStepCommand = z.output<typeof pollStepForm>;

export const turnStepForm = z.object({ turn: id(), step: choice(['call', 'end', 'remove']) });
export type TurnStepCommand = z.output<typeof turnStepForm>;

export const floorForm = z.object({ step: choice(['open', 'close']) });
export const orderForm = z.object({ order: choice(speakingOrders) });
