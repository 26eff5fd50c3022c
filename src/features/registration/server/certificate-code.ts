import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '#server/app.ts';
import { secretOf } from '#server/secret.ts';

type Secrets = Pick<App, 'config'>;

const idBytes = 16;
const sealBytes = 10;

function seal(app: Secrets, parts: readonly string[]): Buffer {
  const text = JSON.stringify(['certificate', ...parts]);
  return createHmac('sha256', secretOf(app.config)).update(text).digest().subarray(0, sealBytes);
}

/** A name as it is compared: people type it off a paper. */
function foldName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

export interface Certified {
  eventKey: string;
  registrationId: string;
  name: string;
}

/**
 * What a certificate is found genuine by: the number of the registration with two seals of the installation, one for the event and one
 * for the name. Nothing is kept for it, so it still holds when those who registered are forgotten.
 */
export function certificateCode(app: Secrets, { eventKey, registrationId, name }: Certified): string {
  const id = Buffer.from(registrationId.replaceAll('-', ''), 'hex');
  const seals = [
    seal(app, [eventKey, registrationId]),
    seal(app, [eventKey, registrationId, foldName(name)]),
  ];
  return Buffer.concat([id, ...seals]).toString('base64url');
}

/** What a code of an event stands for; undefined for one that we did not make. */
export function readCode(
  app: Secrets,
  eventKey: string,
  code: string,
): { registrationId: string; isFor: (name: string) => boolean } | undefined {
  if (!/^[\w-]{48}$/.test(code)) return undefined;
  const bytes = Buffer.from(code, 'base64url');
  const hex = bytes.subarray(0, idBytes).toString('hex');
  const registrationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const ofEvent = bytes.subarray(idBytes, idBytes + sealBytes);
  const ofName = bytes.subarray(idBytes + sealBytes);
  if (!timingSafeEqual(ofEvent, seal(app, [eventKey, registrationId]))) return undefined;
  return {
    registrationId,
    isFor: (name) => timingSafeEqual(ofName, seal(app, [eventKey, registrationId, foldName(name)])),
  };
}
