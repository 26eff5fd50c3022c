import { randomUUID } from 'node:crypto';
import type { Cookies } from '@sveltejs/kit';
import type { App } from '../app.ts';

/** A random value that lets one browser support, vote or wait once. It says nothing about the person. */
const name = 'pop_supporter';
const quarter = 90 * 24 * 3600;

/** The mark of the browser that sent a form; one that has none yet is given one. */
export function markOf(cookies: Cookies, { config }: Pick<App, 'config'>): string {
  const known = cookies.get(name);
  const mark = known !== undefined && known.length <= 64 ? known : randomUUID();
  cookies.set(name, mark, {
    path: '/',
    maxAge: quarter,
    httpOnly: true,
    sameSite: 'lax',
    secure: config.publicUrl.startsWith('https:'),
  });
  return mark;
}
