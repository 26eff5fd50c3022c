import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '#server/app.ts';
import { secretOf } from '#server/secret.ts';

const shape = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{22})$/;

function signatureOf({ config }: Pick<App, 'config'>, id: string): Buffer {
  return createHmac('sha256', secretOf(config)).update(`join-application ${id}`).digest().subarray(0, 16);
}

/** What stands in the link to an application: its id with this installation's signature, which nobody guesses. */
export function tokenOf(app: Pick<App, 'config'>, id: string): string {
  return `${id}.${signatureOf(app, id).toString('base64url')}`;
}

/** The application that a link leads to; undefined for what this installation has not signed. */
export function idOfToken(app: Pick<App, 'config'>, token: string): string | undefined {
  const [, id, signature] = shape.exec(token) ?? [];
  if (id === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, 'base64url');
  return given.length === 16 && timingSafeEqual(given, signatureOf(app, id)) ? id : undefined;
}
