import { redirect } from '@sveltejs/kit';
import { doorStep } from '#features/registration/schema.ts';
import { newOnce, showDoor, stepAtDoor } from '#features/registration/server/door.ts';
import { findPeople } from '#features/registration/door.ts';
import { doorCookie } from '#features/registration/door-cookie.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { permissionsPolicy } from '#server/http/security-headers.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** So many are drawn; the others are found by their name. */
const most = 100;

export const load: PageServerLoad = async ({ locals, params, url, cookies, setHeaders }) => {
  const door = await showDoor(locals.app, locals.actor, params.key);
  setHeaders({ 'permissions-policy': permissionsPolicy('camera'), 'cache-control': 'private, no-store' });
  // Signing out clears what this page keeps in the browser.
  const secure = locals.app.config.publicUrl.startsWith('https:');
  cookies.set(doorCookie, '1', {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: 30 * 24 * 60 * 60,
  });
  const search = url.searchParams.get('q') ?? '';
  const title = translator(locals.language)('registration.door.title', {
    event: pickText(door.event.title, locals.language),
  });
  const { people, ...rest } = door;
  // What a browser keeps to open without a network holds nobody's name.
  const found = url.searchParams.has('shell') ? [] : findPeople(people, search);
  const shown = found.slice(0, most);
  return {
    door: rest,
    people: shown,
    more: found.length - shown.length,
    there: people.filter(({ arrivedAt }) => arrivedAt !== null).length,
    expected: people.filter(({ state }) => state !== 'waiting').length,
    search,
    once: [newOnce(), newOnce()] as const,
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  step: ({ locals, params, request, url }) =>
    runForm(
      request,
      doorStep,
      async (command) => {
        await stepAtDoor(locals.app, locals.actor, params.key, command);
        return { kind: 'done', value: null };
      },
      () => {
        const search = url.searchParams.get('q');
        redirect(303, search ? `door?q=${encodeURIComponent(search)}` : 'door');
      },
    ),
};
