import type { Actor } from '#features/accounts/actor.ts';
import { invite } from '#features/accounts/server/invitations.ts';
import { insertSignature } from '#features/methodology/server/signing.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError } from '#server/errors.ts';
import type { AcceptCommand } from '../schema.ts';
import { changeApplication, readOrganisations, type Application } from './application-store.ts';
import { tellApplicant } from './mails.ts';
import { freeKey, insertPlace, newPlaceOf } from './new-place.ts';
import { applicationFor, decideOn, reviewerOf } from './reviewing.ts';

interface Subject {
  id: string;
  kind: string;
}

interface Row {
  id: string;
  key: string;
}

/**
 * Accepts an application: the organisation is a member from today on, a new municipality exists with its places, and whoever
 * applied is invited as the organisation's first editor.
 */
export async function acceptApplication(
  app: App,
  actor: Actor,
  id: string,
  command: AcceptCommand,
  requestId: string,
): Promise<Outcome<null>> {
  const account = reviewerOf(actor);
  const outcome = await decideOn<{ organisationId: string }>(
    app,
    actor,
    { id, version: command.version },
    async (tx, application) => {
      const made = await makeMember(tx, application, command, dayOf(app.clock()));
      if ('faults' in made) return { kind: 'refused', faults: made.faults };
      const { organisation, municipality } = made;
      await changeApplication(tx, id, {
        state: 'accepted',
        decided_at: app.clock(),
        decided_by: account,
        organisation_id: organisation.id,
        municipality_id: municipality.id,
      });
      await tellApplicant(app, tx, application, { kind: 'accepted' });
      await recordAudit(tx, {
        actor: account,
        action: 'accept',
        subject: { kind: 'join-application', id },
        municipalityId: municipality.id,
        after: { organisation: organisation.key, municipality: municipality.key },
        requestId,
      });
      return { kind: 'done', value: { organisationId: organisation.id } };
    },
  );
  if (outcome.kind !== 'done') return outcome;
  return inviteApplicant(app, actor, id, requestId);
}

/** Invites who applied, once more where the first invitation was lost. @throws conflict while it is not accepted */
export async function inviteApplicant(
  app: App,
  actor: Actor,
  id: string,
  requestId: string,
): Promise<Outcome<null>> {
  const { organisationId, email, language } = await applicationFor(app.db, actor, id);
  if (organisationId === null) throw new DomainError('conflict', 'not accepted');
  const bound = { role: 'editor', organisationId, municipalityId: null, until: null } as const;
  return invite(app, actor, { email, language, ...bound }, requestId);
}

async function makeMember(
  tx: Tx,
  application: Application,
  command: AcceptCommand,
  today: string,
): Promise<{ organisation: Row; municipality: Row } | { faults: FieldFault[] }> {
  const known = (await readOrganisations(tx)).find((one) => one.id === command.organisation);
  if (command.organisation !== null && !known) {
    return { faults: [{ field: 'organisation', key: 'form.fault.choice' }] };
  }
  const subjects: Subject[] = [];
  const municipality = await municipalityOf(tx, application, command, subjects);
  if ('faults' in municipality) return municipality;
  const organisation = known ?? (await insertOrganisation(tx, application, subjects));
  if (!(await insertMembership(tx, { organisation, municipality, today }, subjects))) {
    return { faults: [{ field: 'organisation', key: 'joining.fault.member' }] };
  }
  const t = translator(defaultLanguage);
  const key = `work/joining/${organisation.key}/${municipality.key}`;
  const title = t('joining.source', { name: application.nameSq });
  await citeWork(tx, { key, title, publisher: t('site.name'), publishedOn: today }, subjects);
  await noteRecordChange(tx, { tables: [...new Set(subjects.map(({ kind }) => kind)), 'source'] });
  const { methodologyId, methodologyKey, methodologyNumber } = application;
  if (methodologyId !== null && methodologyKey !== null && methodologyNumber !== null) {
    await insertSignature(tx, {
      organisation,
      version: { id: methodologyId, key: methodologyKey, number: methodologyNumber },
      signedOn: today,
      signedBy: application.contactName,
      capacity: { sq: application.contactCapacity, en: application.contactCapacityEn },
    });
  }
  return { organisation, municipality };
}

async function municipalityOf(
  tx: Tx,
  { municipalityId, municipalityKey }: Application,
  command: AcceptCommand,
  subjects: Subject[],
): Promise<Row | { faults: FieldFault[] }> {
  if (municipalityId !== null && municipalityKey !== null)
    return { id: municipalityId, key: municipalityKey };
  const checked = await newPlaceOf(tx, command);
  if ('faults' in checked) return checked;
  const { subjects: made, ...municipality } = await insertPlace(tx, checked.place);
  subjects.push(...made);
  return municipality;
}

async function insertOrganisation(tx: Tx, application: Application, subjects: Subject[]): Promise<Row> {
  const { nameSq, nameEn, seat, founded, url } = application;
  const key = await freeKey(tx, 'organisation', nameSq);
  const id = idOf('organisation', key);
  await tx
    .insertInto('organisation')
    .values({
      id,
      key,
      name: JSON.stringify({ sq: nameSq, ...(nameEn === '' ? {} : { en: nameEn }) }),
      seat,
      founded,
      url: url === '' ? null : url,
    })
    .execute();
  subjects.push({ id, kind: 'organisation' });
  return { id, key };
}

/** @returns whether the organisation was no member there yet */
async function insertMembership(
  tx: Tx,
  { organisation, municipality, today }: { organisation: Row; municipality: Row; today: string },
  subjects: Subject[],
): Promise<boolean> {
  const earlier = await tx
    .selectFrom('membership')
    .select(['until'])
    .where('organisation_id', '=', organisation.id)
    .where('municipality_id', '=', municipality.id)
    .execute();
  if (earlier.some(({ until }) => until === null || until >= today)) return false;
  const base = `${organisation.key}/${municipality.key}`;
  const key = earlier.length === 0 ? base : `${base}/${earlier.length + 1}`;
  const id = idOf('membership', key);
  await tx
    .insertInto('membership')
    .values({
      id,
      key,
      organisation_id: organisation.id,
      municipality_id: municipality.id,
      role: 'member',
      since: today,
    })
    .execute();
  subjects.push({ id, kind: 'membership' });
  return true;
}
