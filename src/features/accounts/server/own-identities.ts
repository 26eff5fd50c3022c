import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { lockAccount } from './accounts-store.ts';
import type { Own } from './own-account.ts';
import { readPassword } from './own-store.ts';
import { readPasskeys } from './passkey-store.ts';
import { deleteIdentity, readIdentities } from './provider-store.ts';

import { endSessionRows } from './session-store.ts';

/** What people call a provider; one that is configured no longer is named by its address. */
function nameOf({ config: { provider } }: Pick<App, 'config'>, issuer: string): string {
  return provider?.issuer === issuer ? provider.name : issuer;
}

/** A link by mail is no way in of its own: mail may not be set up, or the address be the provider's. */
async function hasOtherWay(db: Db, accountId: string, identities: number): Promise<boolean> {
  if (identities > 1 || (await readPassword(db, accountId)) !== undefined) return true;
  return (await readPasskeys(db, accountId)).length > 0;
}

/** One's identities at providers, and whether each is the last way in. */
export async function listIdentities(app: App, { account }: Own) {
  const rows = await readIdentities(app.db, account.id);
  const isLast = !(await hasOtherWay(app.db, account.id, rows.length));
  return rows.map(({ id, issuer }) => ({ id, provider: nameOf(app, issuer), isLast }));
}

const last: FieldFault = { field: 'identityId', key: 'accounts.provider.last' };

/** Ends signing in at a provider, and every other session: one of them may have been opened there. Not the last way in. */
export function unlinkIdentity(
  app: App,
  { account, sessionId }: Own,
  id: string,
  requestId: string,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    await lockAccount(tx, account.id);
    const rows = await readIdentities(tx, account.id);
    const identity = rows.find((row) => row.id === id);
    // Pressed twice: it is gone already.
    if (!identity) return { kind: 'done', value: null };
    if (!(await hasOtherWay(tx, account.id, rows.length))) return { kind: 'refused', faults: [last] };
    await deleteIdentity(tx, account.id, id);
    await endSessionRows(tx, account.id, app.clock(), sessionId);
    await recordAudit(tx, {
      actor: account.id,
      action: 'unlink-provider',
      subject: { kind: 'account', id: account.id },
      before: { issuer: identity.issuer },
      requestId,
    });
    return { kind: 'done', value: null };
  });
}
