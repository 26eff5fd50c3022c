import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { z } from 'zod';
import { languages, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { seal, unseal } from './sealed.ts';

/** Seconds that one may take at the provider. */
export const journeySeconds = 15 * 60;

const shape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  language: z.enum(languages),
  next: z.string().nullable(),
  until: z.number(),
});

/** What a browser that is at the provider carries in a cookie, sealed: it alone can come back to the end of its way. */
export type Journey = z.output<typeof shape>;

type Sealing = Pick<App, 'config' | 'clock'>;

export function beginJourney({ clock }: Sealing, language: Language, next: string | undefined): Journey {
  return {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    language,
    next: next ?? null,
    until: clock().getTime() + journeySeconds * 1000,
  };
}

export function sealJourney({ config }: Sealing, journey: Journey): string {
  return seal(config, 'provider', Buffer.from(JSON.stringify(journey)));
}

/** The journey of a cookie; undefined where it is over, or not ours. */
export function readJourney({ config, clock }: Sealing, sealed: string | undefined): Journey | undefined {
  if (sealed === undefined) return undefined;
  try {
    const journey = shape.parse(JSON.parse(unseal(config, 'provider', sealed).toString()));
    return journey.until > clock().getTime() ? journey : undefined;
  } catch {
    return undefined;
  }
}
