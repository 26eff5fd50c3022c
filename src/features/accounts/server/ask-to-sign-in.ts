import { redirect, type RequestEvent } from '@sveltejs/kit';
import { needsAccount, pageOf } from '../places.ts';
import type { Visitor } from '../visitor.ts';
import { dropKeptForm, findKeptForm, keepForm, keptFormCookie, keptFormSeconds } from './kept-form.ts';

type Asked = Pick<RequestEvent, 'cookies' | 'locals' | 'request' | 'url'>;

/**
 * Leads to where one signs in, where a page is for people who have. What was typed in a session that has ended meanwhile is
 * kept, and shown again afterwards.
 * @returns the answer, where it is not for a person; undefined where the page may be shown
 */
export async function askToSignIn(event: Asked, visitor: Visitor): Promise<Response | undefined> {
  const { locals, request, url } = event;
  if (visitor.kind === 'signed-in' || !needsAccount(url.pathname)) return undefined;
  // A form that a script keeps: the page stays where it is, and says that it was not kept.
  if (request.headers.has('x-sveltekit-action')) return new Response(undefined, { status: 401 });
  if (request.method === 'POST' && visitor.kind === 'ended') await keep(event, visitor.accountId);
  const next = new URLSearchParams({ next: pageOf(url) });
  const page = visitor.kind === 'halfway' ? 'sign-in/code' : 'sign-in';
  redirect(303, `/${locals.language}/${page}?${next}`);
}

async function keep({ cookies, locals, request, url }: Asked, accountId: string): Promise<void> {
  const data = await request.formData().catch(() => undefined);
  if (data === undefined || [...data].length === 0) return;
  const action = url.pathname + url.search;
  const token = await keepForm(locals.app, { accountId, action, data });
  const secure = locals.app.config.publicUrl.startsWith('https:');
  cookies.set(keptFormCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: keptFormSeconds,
  });
}

/** A kept form that has been sent again is kept no longer. */
export async function forgetSentForm({ cookies, locals, request, url }: Asked): Promise<void> {
  const token = cookies.get(keptFormCookie);
  const { app, visitor } = locals;
  if (request.method !== 'POST' || token === undefined || visitor.kind !== 'signed-in') return;
  const form = await findKeptForm(app, token, visitor.account.id);
  if (form?.action === url.pathname + url.search) await dropKeptForm(app, token);
}
