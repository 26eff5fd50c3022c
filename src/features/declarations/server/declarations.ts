import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { declarationsFollowed, declaresFor, followsDeclarations } from '../policy.ts';
import { funderFields, type DeclarationCommand } from '../schema.ts';
import * as store from './store.ts';

/** Who has declared for this year and who has not: of everyone, as the public reads it. */
export async function listDeclaring(app: App) {
  const today = dayOf(app.clock());
  const year = Number(today.slice(0, 4));
  return { year, members: await store.readDeclaring(app.db, year, today, 'all') };
}

/** What an organisation declared, every version, with its funders. */
export async function declarationsOf(app: Pick<App, 'db'>, organisationId: string) {
  const declarations = await store.readDeclarations(app.db, organisationId);
  if (declarations.length === 0) return [];
  const funding = Map.groupBy(
    await store.readFunding(
      app.db,
      declarations.map(({ id }) => id),
    ),
    ({ declarationId }) => declarationId,
  );
  return declarations.map((declaration) => ({ ...declaration, funding: funding.get(declaration.id) ?? [] }));
}

export type Declared = Awaited<ReturnType<typeof declarationsOf>>[number];

/** In the workspace: this year's declarations of those whom someone follows. @throws forbidden */
export async function showDeclaring(app: App, actor: Actor) {
  if (!followsDeclarations(actor)) throw new DomainError('forbidden', 'declarations');
  const today = dayOf(app.clock());
  const year = Number(today.slice(0, 4));
  const own = declaresFor(actor);
  const members = await store.readDeclaring(app.db, year, today, declarationsFollowed(actor));
  return { year, members: members.map((member) => ({ ...member, mayDeclare: own.includes(member.id) })) };
}

/** The form of an organisation for this year, as it was declared last. @throws not-found for whose it is not */
export async function showDeclarationForm(app: App, actor: Actor, organisationId: string) {
  const organisation = await organisationToDeclare(app, actor, organisationId);
  const year = Number(dayOf(app.clock()).slice(0, 4));
  const [latest] = await declarationsOf(app, organisation.id);
  return {
    organisation,
    fields: fieldsOf(latest, year),
    /** Versions of this year that are there. */
    version: latest?.year === year ? latest.version : 0,
  };
}

export type DeclarationPage = Awaited<ReturnType<typeof showDeclarationForm>>;

export async function organisationToDeclare(app: Pick<App, 'db'>, actor: Actor, organisationId: string) {
  const organisation = declaresFor(actor).includes(organisationId)
    ? await store.readOrganisation(app.db, organisationId)
    : undefined;
  if (!organisation) throw notFound(`organisation ${organisationId}`);
  return organisation;
}

function fieldsOf(latest: Declared | undefined, year: number): Fields {
  const funders = (latest?.funding ?? []).flatMap(({ funder, band, amount, currency }, index) => {
    const names = funderFields(index + 1);
    return [
      [names.funder, funder],
      [names.how, band ?? 'exact'],
      [
        names.amount,
        amount === null ? '' : `${(amount / 100).toFixed(2).replace(/\.00$/, '')} ${currency ?? ''}`,
      ],
    ];
  });
  return {
    year: String(year),
    interestsSq: latest?.interests.sq ?? '',
    interestsEn: latest?.interests.en ?? '',
    reason: '',
    ...Object.fromEntries(funders),
  };
}

/** Declares for a year: public at once. What was declared before stays, and the new version says why. */
export async function declare(
  app: App,
  actor: Actor,
  organisationId: string,
  command: DeclarationCommand,
): Promise<Outcome<{ organisation: string }>> {
  const organisation = await organisationToDeclare(app, actor, organisationId);
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'declaration');
  const account = actor.id;
  const today = dayOf(app.clock());
  if (command.year > Number(today.slice(0, 4))) {
    return { kind: 'refused', faults: [{ field: 'year', key: 'declarations.fault.year' }] };
  }
  return inTransaction(app.db, async (tx): Promise<Outcome<{ organisation: string }>> => {
    await tx.selectFrom('organisation').select('id').where('id', '=', organisation.id).forUpdate().execute();
    const known = (await declarationsOf({ db: tx }, organisation.id)).filter(
      ({ year }) => year === command.year,
    );
    const [latest] = known;
    if ((latest?.version ?? 0) !== command.base) {
      return { kind: 'conflict', theirs: fieldsOf(latest, command.year), theirVersion: latest?.version ?? 0 };
    }
    if (latest && command.reason === '') {
      return { kind: 'refused', faults: [{ field: 'reason', key: 'declarations.fault.reason' }] };
    }
    const id = await insertDeclaration(tx, organisation, command, today);
    await recordAudit(tx, {
      actor: account,
      action: latest ? 'correct' : 'declare',
      subject: { kind: 'declaration', id },
      after: { organisation: organisation.key, year: command.year, version: command.base + 1 },
      ...(command.reason === '' ? {} : { reason: command.reason }),
    });
    return { kind: 'done', value: { organisation: organisation.key } };
  });
}

async function insertDeclaration(
  tx: Tx,
  organisation: NonNullable<Awaited<ReturnType<typeof store.readOrganisation>>>,
  { year, interestsSq, interestsEn, reason, base, funding }: DeclarationCommand,
  today: string,
): Promise<string> {
  const version = base + 1;
  const key = `${organisation.key}/${year}/${version}`;
  const id = idOf('declaration', key);
  await tx
    .insertInto('declaration')
    .values({
      id,
      key,
      organisation_id: organisation.id,
      year,
      version,
      declared_on: today,
      interests: JSON.stringify({ sq: interestsSq, ...(interestsEn === '' ? {} : { en: interestsEn }) }),
      reason: version === 1 ? null : JSON.stringify({ [defaultLanguage]: reason }),
    })
    .execute();
  const rows = funding.map((one, index) => {
    const rowKey = `${key}/${index + 1}`;
    return {
      id: idOf('declaration_funding', rowKey),
      key: rowKey,
      declaration_id: id,
      position: index + 1,
      ...one,
    };
  });
  await insertRows(tx, 'declaration_funding', rows);
  const name = pickText(organisation.name, defaultLanguage);
  const title = translator(defaultLanguage)('declarations.source', { name, year: String(year) });
  await citeWork(tx, { key: `work/declarations/${key}`, title, publisher: name, publishedOn: today }, [
    { id, kind: 'declaration' },
    ...rows.map((row) => ({ id: row.id, kind: 'declaration_funding' })),
  ]);
  await noteRecordChange(tx, { tables: ['declaration', 'declaration_funding', 'source'] });
  return id;
}
