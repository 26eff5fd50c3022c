import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { insertUnits } from '#features/places/server/insert-units.ts';
import { mostUnits, readUnits } from '#features/places/typed-units.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { keepsPlaces } from '../policy.ts';
import type { UnitsCommand } from '../schema.ts';

/** The municipalities whose administrative units someone keeps, with how many there are. */
export function listPlaces({ db }: App, actor: Actor) {
  const kept = municipalitiesOf(actor, 'editor', 'coordinator');
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .select((eb) =>
      eb
        .selectFrom('administrative_unit')
        .whereRef('municipality_id', '=', 'municipality.id')
        .select((units) => units.cast<number>(units.fn.countAll(), 'integer').as('units'))
        .as('units'),
    )
    .$if(kept !== 'all', (query) =>
      query.where('id', 'in', kept === 'all' || kept.length === 0 ? [null] : kept),
    )
    .orderBy('key')
    .execute();
}

/** A municipality of an address, for who keeps its places. @throws not-found for everyone else */
export async function placeToKeep(db: Db, actor: Actor, key: string) {
  const municipality = await db
    .selectFrom('municipality')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirst();
  if (!municipality || !keepsPlaces(actor, municipality.id)) throw notFound(`municipality ${key}`);
  return municipality;
}

export function readPlace(db: Db, id: string) {
  return db.selectFrom('municipality').select(['key', 'name']).where('id', '=', id).executeTakeFirst();
}

function readOwn(db: Db, municipalityId: string) {
  return db
    .selectFrom('administrative_unit')
    .select(['key', 'name', 'aliases', 'longitude', 'latitude'])
    .where('municipality_id', '=', municipalityId)
    .orderBy('key')
    .execute();
}

/** A municipality with its administrative units, to add to and rename. */
export async function showPlace(app: App, actor: Actor, key: string) {
  const municipality = await placeToKeep(app.db, actor, key);
  return { municipality, units: await readOwn(app.db, municipality.id) };
}

export type PlacePage = Awaited<ReturnType<typeof showPlace>>;

/** Adds administrative units to a municipality; sessions, needs and priorities can be tied to them at once. */
export async function addUnits(
  app: App,
  actor: Actor,
  key: string,
  command: UnitsCommand,
): Promise<Outcome<null>> {
  const municipality = await placeToKeep(app.db, actor, key);
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'places');
  const account = actor.id;
  const read = readUnits(command.units);
  if (read.kind === 'fault') {
    const { line, fault } = read;
    return {
      kind: 'refused',
      faults: [{ field: 'units', key: `joining.fault.units.${fault}`, values: { line } }],
    };
  }
  if (read.units.length === 0) {
    return { kind: 'refused', faults: [{ field: 'units', key: 'form.fault.missing' }] };
  }
  const today = dayOf(app.clock());
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    // Of two who add at once, the second sees what the first has added.
    await tx.selectFrom('municipality').select('id').where('id', '=', municipality.id).forUpdate().execute();
    const there = await readOwn(tx, municipality.id);
    const known = new Set(
      there.flatMap(({ name, aliases }) => [name, ...aliases]).map((one) => one.toLowerCase()),
    );
    const again = read.units.find(({ name }) => known.has(name.toLowerCase()));
    if (again) {
      const values = { name: again.name };
      return { kind: 'refused', faults: [{ field: 'units', key: 'directory.fault.unit-there', values }] };
    }
    if (there.length + read.units.length > mostUnits) {
      const values = { most: mostUnits };
      return { kind: 'refused', faults: [{ field: 'units', key: 'directory.fault.units', values }] };
    }
    const added = await insertUnits(tx, municipality, read.units);
    const t = translator(defaultLanguage);
    const source = {
      key: `work/places/${added[0]?.key ?? municipality.key}`,
      title: t('directory.places-source', { name: municipality.name }),
      publisher: t('site.name'),
      publishedOn: today,
    };
    await citeWork(
      tx,
      source,
      added.map(({ id }) => ({ id, kind: 'administrative_unit' })),
    );
    await recordAudit(tx, {
      actor: account,
      action: 'add',
      subject: { kind: 'directory', id: municipality.id },
      municipalityId: municipality.id,
      after: { units: added.map((unit) => unit.key) },
    });
    await noteRecordChange(tx, {
      tables: ['administrative_unit', 'source'],
      municipalityIds: [municipality.id],
    });
    return { kind: 'done', value: null };
  });
}
