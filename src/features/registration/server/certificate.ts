import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { instantOf } from '../local-time.ts';
import { certificateCode, readCode } from './certificate-code.ts';
import { openLink } from './managing.ts';
import { certificatePdf } from './paper/certificate.ts';
import { readPlan, type EventPlan } from './plan-store.ts';
import { presentPlan } from './public.ts';
import { readArrival } from './store.ts';

const tries = { name: 'certificate', burst: 60, perSecond: 1 / 5 };

/** Whether certificates are given: once the event is over. */
export function isOver(plan: Pick<EventPlan, 'endsOn' | 'endsAt'>, now: Date): boolean {
  return now >= instantOf(plan.endsOn, plan.endsAt);
}

/** The certificate of who was checked in. @throws not-found for anyone else, before the end, and for a link that opens nothing */
export async function certificateByLink(
  app: App,
  { token, address, language }: { token: string; address: string; language: Language },
): Promise<Uint8Array> {
  const opened = await openLink(app, token, address);
  if (!opened || opened.person.arrivedAt === null || !isOver(opened.plan, app.clock())) {
    throw notFound('certificate');
  }
  const { plan, person } = opened;
  const code = certificateCode(app, { eventKey: plan.key, registrationId: person.id, name: person.name });
  const proof = `${app.config.publicUrl}/${language}/certificates/${plan.key}/${code}`;
  return certificatePdf(app, { name: person.name, event: plan, proof }, language);
}

/**
 * Whether a certificate was given, for whoever holds it in their hand: of what event, and, where they type the name that stands on it,
 * whether it was given to that name. Nothing is told that they do not know. @throws too-many-requests
 */
export async function checkCertificate(
  app: App,
  { eventKey, code, name, address }: { eventKey: string; code: string; name?: string; address: string },
) {
  if (!(await takeTurn(app, tries, address)).allowed)
    throw new DomainError('too-many-requests', 'certificates');
  const read = readCode(app, eventKey, code);
  const plan = read && (await readPlan(app.db, { key: eventKey }));
  if (!plan) return { kind: 'unknown' as const };
  const known = await readArrival(app.db, plan.id, read.registrationId);
  // A check-in that was taken back takes the certificate back, for as long as those who registered are known.
  if (known?.arrivedAt === null) return { kind: 'unknown' as const };
  return {
    kind: 'genuine' as const,
    event: presentPlan(plan),
    isNamed: name === undefined ? undefined : read.isFor(name),
  };
}

export type Checked = Awaited<ReturnType<typeof checkCertificate>>;
