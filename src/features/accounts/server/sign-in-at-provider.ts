import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import type { Provider } from '#server/config.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import type { ProviderFault } from '../provider-fault.ts';
import { markVerified, readAccountByEmail } from './accounts-store.ts';
import { beginJourney, readJourney, sealJourney } from './provider-journey.ts';
import { linkSubject, readAccountOfSubject } from './provider-store.ts';
import { codeOf, faultOf } from './provider-trouble.ts';
import { askProvider, identify, type Identity } from './provider.ts';
import { openSession } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';

/** Where someone came from who comes back: their language, and the page that they wanted. */
interface Wanted {
  language: Language | undefined;
  next: string | undefined;
}

export type ProviderSignIn = Wanted &
  ({ kind: 'done'; cookie: SessionCookie } | { kind: 'refused'; fault: ProviderFault });

function providerOf({ config }: App): Provider {
  if (!config.provider) throw notFound('provider');
  return config.provider;
}

/** What of an error is the provider's doing; logged, as its operator wants to know. @throws any other */
function tell({ log }: App, error: unknown): ProviderFault {
  const fault = faultOf(error);
  if (fault === undefined) throw error;
  log.warn({ fault, code: codeOf(error) }, 'signing in at the provider failed');
  return fault;
}

/** Begins a way in at the provider: the address to go to, and what the browser must bring back. */
export async function goToProvider(
  app: App,
  language: Language,
  next: string | undefined,
): Promise<{ kind: 'go'; address: URL; journey: string } | { kind: 'refused'; fault: ProviderFault }> {
  const provider = providerOf(app);
  const journey = beginJourney(app, language, next);
  try {
    const address = await askProvider({ provider, publicUrl: app.config.publicUrl }, journey);
    return { kind: 'go', address, journey: sealJourney(app, journey) };
  } catch (error) {
    tell(app, error);
    // Nothing has come back yet: whatever it is, it is between the provider and us.
    return { kind: 'refused', fault: 'away' };
  }
}

/**
 * Ends a way in at the provider. Nobody gets an account by it: it lets those in whose subject an account has, or who prove the
 * address of one that has none yet.
 * @param query of the address that the provider sent them back to
 * @param sealed what the browser brought back
 */
export async function returnFromProvider(
  app: App,
  query: string,
  sealed: string | undefined,
  request: { id: string; userAgent: string },
): Promise<ProviderSignIn> {
  const provider = providerOf(app);
  const journey = readJourney(app, sealed);
  const wanted = { language: journey?.language, next: journey?.next ?? undefined };
  if (!journey) return { ...wanted, kind: 'refused', fault: 'failed' };
  try {
    const identity = await identify({ provider, publicUrl: app.config.publicUrl }, query, journey);
    return { ...wanted, ...(await letIn(app, provider, identity, request)) };
  } catch (error) {
    return { ...wanted, kind: 'refused', fault: tell(app, error) };
  }
}

function letIn(
  app: App,
  provider: Provider,
  identity: Identity,
  request: { id: string; userAgent: string },
): Promise<{ kind: 'done'; cookie: SessionCookie } | { kind: 'refused'; fault: ProviderFault }> {
  return inTransaction(app.db, async (tx) => {
    const { issuer, asksSecondFactor } = provider;
    const linked = await readAccountOfSubject(tx, issuer, identity.subject);
    const found = linked === undefined ? await link(tx, issuer, identity, request.id) : { accountId: linked };
    if ('fault' in found) return { kind: 'refused', fault: found.fault } as const;
    const { accountId } = found;
    await recordAudit(tx, {
      actor: accountId,
      action: 'sign-in',
      subject: { kind: 'account', id: accountId },
      after: { way: 'provider' },
      requestId: request.id,
    });
    const session = { accountId, way: 'provider', passedSecondFactor: asksSecondFactor } as const;
    return {
      kind: 'done',
      cookie: await openSession(app, tx, { ...session, userAgent: request.userAgent }),
    } as const;
  });
}

/** Ties a subject that comes for the first time to the account of its address, once and for all. */
async function link(
  tx: Db,
  issuer: string,
  { subject, verifiedEmail }: Identity,
  requestId: string,
): Promise<{ accountId: string } | { fault: ProviderFault }> {
  if (verifiedEmail === undefined) return { fault: 'unverified' };
  const account = await readAccountByEmail(tx, verifiedEmail);
  if (!account) return { fault: 'unknown' };
  const accountId = account.id;
  if (!(await linkSubject(tx, { accountId, issuer, subject }))) {
    // Of two first sign-ins at once, the second finds what the first has tied.
    const tied = await readAccountOfSubject(tx, issuer, subject);
    return tied === accountId ? { accountId } : { fault: 'unknown' };
  }
  await markVerified(tx, accountId);
  await recordAudit(tx, {
    actor: accountId,
    action: 'link-provider',
    subject: { kind: 'account', id: accountId },
    after: { issuer },
    requestId,
  });
  return { accountId };
}
