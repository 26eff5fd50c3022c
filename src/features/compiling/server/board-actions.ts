import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { runForm } from '#server/forms/run-form.ts';
import { putTogether, releaseNeeds, setNeedsAside, undoStep } from '../schema.ts';
import { openToCompile, type BoardKeys } from './access.ts';
import { placeNeeds, release, setAside } from './steps.ts';
import type { StepRequest, TakenStep } from './take-step.ts';
import { undo } from './undo.ts';

type BoardEvent = RequestEvent<BoardKeys>;
type UseCase<Command, T> = (app: App, actor: Actor, command: StepRequest & Command) => Promise<Outcome<T>>;

/** Runs a form on the board that the address names, then leads on. */
function runOnBoard<Schema extends z.ZodType<{ step: string }>, T>(
  { request, locals, params }: BoardEvent,
  schema: Schema,
  useCase: UseCase<z.output<Schema>, T>,
  next: (value: T) => string,
  may: typeof openToCompile = openToCompile,
) {
  const { app, actor, requestId } = locals;
  const { municipality, mandate } = params;
  return runForm(
    request,
    schema,
    (command) => useCase(app, actor, { ...command, municipality, mandate, requestId }),
    (value) => redirect(303, next(value)),
    () => may(app, actor, params),
  );
}

/** A step: the page is shown again with what was done. */
export function runStep<Schema extends z.ZodType<{ step: string }>>(
  event: BoardEvent,
  schema: Schema,
  useCase: UseCase<z.output<Schema>, TakenStep>,
) {
  return runOnBoard(event, schema, useCase, (step) => backTo(event.url, step));
}

/** What orders the candidates: the page is shown again at the part that changed. */
export function runOnOrder<Schema extends z.ZodType<{ step: string }>>(
  event: BoardEvent,
  schema: Schema,
  useCase: UseCase<z.output<Schema>, null>,
  part: string,
  may?: typeof openToCompile,
) {
  return runOnBoard(event, schema, useCase, () => `${event.url.pathname}#${part}`, may);
}

/** The page that the form stood on, filtered as it was, with the step that was taken. */
function backTo(url: URL, { number }: TakenStep): string {
  const kept = [...url.searchParams].filter(([name]) => !name.startsWith('/') && name !== 'done');
  return `${url.pathname}?${new URLSearchParams([...kept, ['done', String(number)]]).toString()}`;
}

/** What can be done with chosen needs, on every page that lists some. */
export const needActions = {
  put: (event: BoardEvent) => runStep(event, putTogether, placeNeeds),
  aside: (event: BoardEvent) => runStep(event, setNeedsAside, setAside),
  release: (event: BoardEvent) => runStep(event, releaseNeeds, release),
  undo: (event: BoardEvent) => runStep(event, undoStep, undo),
};
