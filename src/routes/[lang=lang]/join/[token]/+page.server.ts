import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { emptyForm, messageForm } from '#features/joining/schema.ts';
import {
  answerQuestion,
  confirmApplication,
  followApplication,
  withdrawApplication,
} from '#features/joining/server/following.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
  return {
    application: await followApplication(locals.app, params.token),
    meta: { title: translator(locals.language)('joining.own'), noindex: true },
  };
};

type Act<Command> = (
  app: App.Locals['app'],
  link: { token: string; address: string },
  command: Command,
) => Promise<Outcome<null>>;

function act<Schema extends z.ZodType>(schema: Schema, run: Act<z.output<Schema>>) {
  return ({ locals, params, request, getClientAddress }: RequestEvent) =>
    runForm(
      request,
      schema,
      (command) => run(locals.app, { token: params.token, address: getClientAddress() }, command),
      () => redirect(303, `/${locals.language}/join/${params.token}`),
    );
}

export const actions: Actions = {
  confirm: act(emptyForm, confirmApplication),
  answer: act(messageForm, answerQuestion),
  withdraw: act(emptyForm, withdrawApplication),
};
