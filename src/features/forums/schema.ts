import { z } from 'zod';
import {
  choice,
  day,
  id,
  optionalDay,
  optionalId,
  optionalText,
  optionalTime,
  optionalWholeNumber,
  text,
  version,
  wholeNumber,
} from '#forms/fields.ts';
import { sanitised } from '#forms/sanitised.ts';
import { languages } from '#i18n/languages.ts';
import { answers } from './answer.ts';

const webAddress = optionalText(500).pipe(
  z.string().refine((value) => value === '' || /^https?:\/\/[^\s]+$/i.test(value), 'forum.fault.address'),
);

/** Who stands for mayor, and where that is said. */
export const candidacyForm = z.object({
  municipality: id(),
  mandate: id(),
  name: text(200),
  party: optionalText(200),
  coalition: optionalText(200),
  sourceTitle: text(300),
  sourceUrl: webAddress,
  withdrawnOn: optionalDay(),
  version: version().optional(),
});
export type CandidacyCommand = z.output<typeof candidacyForm>;

export const planForm = z.object({
  municipality: id(),
  mandate: id(),
  heldOn: day(),
  startsAt: optionalTime(),
  place: optionalText(200),
  moderators: optionalText(300),
  slotSeconds: wholeNumber(10, 3600),
  publishes: choice(['together', 'live']),
  /** Why what was announced is changed. */
  reason: optionalText(500),
  version: version().optional(),
});
export type PlanCommand = z.output<typeof planForm>;

/** Drawn in the room, the place of each candidate stands beside it in fields named `place-<id>`. */
export const lotForm = z.object({ method: choice(['program', 'on-site']), drawnBy: text(200) });
export type LotCommand = z.output<typeof lotForm>;

export const clockForm = z.object({
  act: choice(['next', 'pause', 'resume', 'end']),
  /** The turn that the moderator saw; what is meant for another one is passed over. */
  turn: wholeNumber(0, 1_000_000),
  candidacy: optionalId(),
});
export type ClockCommand = z.output<typeof clockForm>;

/** The fast entry: the priority; each candidate's row stands in fields of its own (answerRow). */
export const answersForm = z.object({ item: id() });

/** One row of the fast entry: what a candidate said of the priority. */
export const answerRow = z.object({
  answer: choice(answers),
  words: optionalText(1000),
  reason: optionalText(500),
});
export type AnswerRow = z.output<typeof answerRow>;

export const askForm = z.object({
  question: text(500),
  language: choice(languages),
  field: optionalId(),
  item: optionalId(),
  once: id(),
  /** Filled in by programs alone: people do not see it. */
  website: z.string().max(1000).default(''),
});
export type AskCommand = z.output<typeof askForm>;

export const moderationForm = z.object({
  question: id(),
  verdict: choice(['shown', 'withheld']),
  note: optionalText(300),
});
export type ModerationCommand = z.output<typeof moderationForm>;

export const votesForm = z.object({ question: id(), votes: optionalWholeNumber(0, 100_000) });
export type VotesCommand = z.output<typeof votesForm>;

export const replyForm = z.object({
  question: id(),
  candidacy: id(),
  answer: text(1000),
  reason: optionalText(500),
  /** What stood there when the form was drawn. */
  was: z.string().transform(sanitised).pipe(z.string().max(1000)).optional(),
});
export type ReplyCommand = z.output<typeof replyForm>;

export const attendanceForm = z.object({ candidacy: id(), attendance: choice(['present', 'absent']) });
export type AttendanceCommand = z.output<typeof attendanceForm>;
