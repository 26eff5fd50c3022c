import { randomBytes } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { secretSchema, viewForm } from '#features/voice/schema.ts';
import { answerView, showViewForm } from '#features/voice/server/answering.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

/** A random value that lets one browser change its own answers; set only once it has given one. */
const voiceCookie = 'pop_voice';
const year = 365 * 24 * 3600;

function secretOf({ cookies }: Pick<RequestEvent, 'cookies'>): string | undefined {
  return secretSchema.safeParse(cookies.get(voiceCookie)).data;
}

const askedOf = ({ key, round }: { key: string; round: string }) => ({ priority: key, round });

export const load: PageServerLoad = async ({ locals, params, cookies, setHeaders, url }) => {
  // It shows what this one person has answered.
  setHeaders({ 'cache-control': 'private, no-store' });
  const page = await showViewForm(locals.app, locals.actor, askedOf(params), secretOf({ cookies }));
  return {
    page,
    secret: randomBytes(32).toString('hex'),
    isSent: url.searchParams.has('sent'),
    meta: { title: translator(locals.language)('voice.question'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, cookies, getClientAddress }) =>
    runForm(
      request,
      viewForm,
      async (command, data) =>
        answerView(locals.app, askedOf(params), command, {
          address: getClientAddress(),
          actor: locals.actor,
          secret: secretOf({ cookies }),
          photo: await bytesOfFile(data, 'photo'),
        }),
      ({ secret }) => {
        if (locals.actor.kind === 'nobody') {
          cookies.set(voiceCookie, secret, {
            path: '/',
            maxAge: year,
            httpOnly: true,
            sameSite: 'lax',
            secure: locals.app.config.publicUrl.startsWith('https:'),
          });
        }
        redirect(303, `/${locals.language}/priorities/${params.key}/${params.round}/view?sent`);
      },
    ),
};
