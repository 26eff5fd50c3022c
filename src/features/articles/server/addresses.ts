import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { pathOfTarget, readOldAddress, targetOf } from '../old-address.ts';
import { keepsAddresses } from '../policy.ts';
import type { AddressCommand } from '../schema.ts';
import { accountOf } from './access.ts';
import { insertAddress, isInRecord, listAddresses } from './address-store.ts';

const pageSize = 100;

export function mayKeepAddresses(actor: Actor): void {
  if (!keepsAddresses(actor)) throw new DomainError('forbidden', 'old addresses');
}

/** The old addresses that are kept, newest first, with where each leads. @throws forbidden */
export async function showAddresses(app: App, actor: Actor, after?: string) {
  mayKeepAddresses(actor);
  const found = await listAddresses(app.db, pageSize + 1, after);
  const rows = found
    .slice(0, pageSize)
    .map(({ kind, key, ...row }) => ({ ...row, to: pathOfTarget({ kind, key }) }));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.id ?? null) : null };
}

const refused = (field: string, key: FieldFault['key']) =>
  ({ kind: 'refused', faults: [{ field, key }] }) as const;

/** Keeps an old address of something that is in the record. @throws forbidden */
export async function keepAddress(app: App, actor: Actor, command: AddressCommand): Promise<Outcome<null>> {
  mayKeepAddresses(actor);
  const account = accountOf(actor).id;
  const { publicUrl } = app.config;
  const old = readOldAddress(command.from);
  if (!old) return refused('from', 'article.fault.old-address');
  const target = targetOf(command.to, publicUrl);
  if (!target || !(await isInRecord(app.db, target))) return refused('to', 'article.fault.new-address');
  const standing = targetOf(command.from, publicUrl);
  if (standing && (await isInRecord(app.db, standing))) return refused('from', 'article.fault.in-use');
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const id = randomUUID();
    const isNew = await insertAddress(tx, {
      id,
      ...old,
      ...target,
      added_by: account,
      added_at: app.clock(),
    });
    if (!isNew) return refused('from', 'article.fault.kept-already');
    await recordAudit(tx, {
      actor: account,
      action: 'add',
      subject: { kind: 'old-address', id },
      after: { ...old, ...target },
    });
    return { kind: 'done', value: null };
  });
}

/** @throws forbidden */
export async function forgetAddress(app: App, actor: Actor, id: string): Promise<Outcome<null>> {
  mayKeepAddresses(actor);
  const account = accountOf(actor).id;
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const gone = await tx
      .deleteFrom('old_address')
      .where('id', '=', id)
      .returning(['host', 'path', 'kind', 'key'])
      .executeTakeFirst();
    if (gone) {
      await recordAudit(tx, {
        actor: account,
        action: 'remove',
        subject: { kind: 'old-address', id },
        before: gone,
      });
    }
    return { kind: 'done', value: null };
  });
}
