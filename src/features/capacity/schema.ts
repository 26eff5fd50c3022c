import { z } from 'zod';
import { choice, optionalText, optionalWholeNumber, ticked, version, wholeNumber } from '#forms/fields.ts';

const score = choice(['1', '2', '3', '4', '5']);

export const assessmentForm = z.object({
  year: wholeNumber(1990, 2200),
  listening: score,
  compiling: score,
  monitoring: score,
  communication: score,
  finance: score,
  inclusion: score,
  note: optionalText(3000),
  isPublic: ticked(),
  version: version(),
});
export type AssessmentCommand = z.output<typeof assessmentForm>;

export const trainingForm = z.object({
  trainingYear: wholeNumber(1990, 2200),
  trainings: wholeNumber(1, 10_000),
  trained: optionalWholeNumber(0, 1_000_000),
});
export type TrainingCommand = z.output<typeof trainingForm>;
