import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { defaultLanguage, type Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { Db } from '#server/database/db.ts';
import { organisationsFollowing } from '../policy.ts';
import { selectConclusions } from './list-store.ts';

export function readConclusion(db: Db, id: string) {
  return selectConclusions(db)
    .select('event.municipality_id as municipalityId')
    .where('conclusion.id', '=', id)
    .executeTakeFirst();
}

export function readMunicipalitiesWithContracts(db: Db) {
  return db
    .selectFrom('municipality')
    .select(['key', 'name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('contract')
          .select('contract.id')
          .whereRef('contract.municipality_id', '=', 'municipality.id'),
      ),
    )
    .orderBy('name')
    .execute();
}

/** What an outcome can be linked to: the contracts of a municipality, their priorities and signatures, newest contract first. */
export async function readTargets(db: Db, municipality: string) {
  const contracts = await db
    .selectFrom('contract')
    .innerJoin('municipality', 'municipality.id', 'contract.municipality_id')
    .innerJoin('mandate', 'mandate.id', 'contract.mandate_id')
    .select(['contract.id', 'mandate.key as mandate'])
    .where('municipality.key', '=', municipality)
    .orderBy('mandate.starts', 'desc')
    .execute();
  return Promise.all(
    contracts.map(async ({ id, mandate }) => {
      const [signatures, priorities] = await Promise.all([
        db
          .selectFrom('signature')
          .select(['id', 'state', 'signatory', 'occurred_on as occurredOn', 'known_by as knownBy'])
          .where('contract_id', '=', id)
          .orderBy('key')
          .execute(),
        db
          .selectFrom('priority')
          .select(['id', 'position', 'heading', 'statement'])
          .where('contract_id', '=', id)
          .orderBy('position')
          .execute(),
      ]);
      return { id, mandate, signatures, priorities };
    }),
  );
}

export type LinkTarget = Awaited<ReturnType<typeof readTargets>>[number];

const tables = z.enum(['contract', 'priority', 'signature']);

export async function isTarget(db: Db, kind: string, id: string): Promise<boolean> {
  const table = tables.safeParse(kind);
  if (!table.success || !z.uuid().safeParse(id).success) return false;
  const found = await db.selectFrom(table.data).select('id').where('id', '=', id).executeTakeFirst();
  return found !== undefined;
}

/** For which organisation somebody says what came of a conclusion; the network where they coordinate it. */
export async function readPublisher(db: Db, actor: Actor): Promise<Localised> {
  const [own] = organisationsFollowing(actor);
  const organisation = own
    ? await db.selectFrom('organisation').select('name').where('id', '=', own).executeTakeFirst()
    : undefined;
  return organisation?.name ?? { [defaultLanguage]: translator(defaultLanguage)('site.tagline') };
}
