import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields } from '#forms/form.ts';
import { uploadKinds } from '#forms/uploads.ts';
import type { App } from '#server/app.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { isSeen } from '../plan.ts';
import type { PartyCommand } from '../plan-schema.ts';
import { openFiles } from './open-files.ts';
import { changePart, saveRow, type Saved } from './part-rows.ts';
import { fieldsOfText, textOrNull } from './plan-columns.ts';
import { readPlanParties, type PlanParty } from './plan-parts-store.ts';
import { planToChange } from './plans.ts';

interface Logo {
  original: string | null;
  copy: string | null;
}

/** Adds who holds, helps or pays, or changes them; a logo is drawn anew before anyone sees it. */
export async function saveParty(
  app: App,
  actor: Actor,
  key: string,
  { logo, ...command }: PartyCommand & { logo: Bytes | undefined },
): Promise<Saved> {
  await planToChange(app.db, actor, key);
  const taken = logo === undefined ? undefined : await takeIn(app, logo, uploadKinds.photo);
  if (taken && 'refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'logo', key: `event.file.${taken.refused}` }] };
  }
  return changePart(app, actor, key, { action: 'save-party', part: 'party' }, async (tx, plan) => {
    const known = (await readPlanParties(tx, plan.id)).find(({ id }) => id === command.id);
    const file = taken && (await sealFile(tx, taken));
    const own = file ? { original: file.original, copy: file.copy ?? null } : undefined;
    const { original, copy } = own ?? (await logoOf(tx, command, known));
    const columns = {
      role: command.role,
      organisation_id: command.organisation,
      donor_id: command.donor,
      name: textOrNull(command.nameSq, command.nameEn),
      through: textOrNull(command.throughSq, command.throughEn),
      logo_original_sha256: copy === null ? null : original,
      logo_sha256: copy,
    };
    const theirs = () => Promise.resolve(known && { fields: partyFields(known), version: known.version });
    const row = { table: 'event_plan_party', id: command.id, version: command.version, columns } as const;
    const saved = await saveRow(tx, plan, row, { theirs, field: 'organisation' });
    if (saved.kind === 'done' && isSeen(plan)) await openFiles(tx, plan.id);
    return saved;
  });
}

/** Where no file was sent: the logo that stands there; of one named anew, the last that they had at any event. */
async function logoOf(tx: Tx, command: PartyCommand, known: PlanParty | undefined): Promise<Logo> {
  if (command.noLogo) return { original: null, copy: null };
  const isSame = known?.organisationId === command.organisation && known.donorId === command.donor;
  if (known && isSame) return { original: known.logoOriginal, copy: known.logo };
  return (await lastLogo(tx, command)) ?? { original: null, copy: null };
}

/** Of an organisation or donor of the record. */
async function lastLogo(
  db: Db,
  { organisation, donor }: Pick<PartyCommand, 'donor' | 'organisation'>,
): Promise<Logo | undefined> {
  if (organisation === null && donor === null) return undefined;
  return db
    .selectFrom('event_plan_party as party')
    .innerJoin('event_plan as plan', 'plan.id', 'party.plan_id')
    .select(['party.logo_original_sha256 as original', 'party.logo_sha256 as copy'])
    .where('party.logo_sha256', 'is not', null)
    .$if(organisation !== null, (query) => query.where('party.organisation_id', '=', organisation))
    .$if(donor !== null, (query) => query.where('party.donor_id', '=', donor))
    .orderBy('plan.updated_at', 'desc')
    .orderBy(sql`party.id`)
    .limit(1)
    .executeTakeFirst();
}

export function partyFields(party: PlanParty): Fields {
  return {
    id: party.id,
    role: party.role,
    organisation: party.organisationId ?? '',
    donor: party.donorId ?? '',
    ...fieldsOfText('name', party.ownName ?? {}),
    ...fieldsOfText('through', party.through ?? {}),
    version: String(party.version),
  };
}
