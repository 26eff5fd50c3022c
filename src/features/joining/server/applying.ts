import { randomUUID } from 'node:crypto';
import { listMunicipalities } from '#features/places/server/service.ts';
import { latestVersion } from '#features/methodology/server/service.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import type { ApplicationCommand } from '../schema.ts';
import * as store from './application-store.ts';
import { tellApplicant } from './mails.ts';

/** Days in which an address can be confirmed. */
export const daysToConfirm = 14;

// An organisation applies once; those behind one address, some few.
const limit = { name: 'join', burst: 6, perSecond: 1 / 600 };

/** The municipalities that can be applied for, and the methodology to agree to. */
export async function showApplicationForm(app: App) {
  const [municipalities, version] = await Promise.all([listMunicipalities(app), latestVersion(app)]);
  return {
    municipalities: municipalities.map(({ id, name }) => ({ id, name })),
    methodology: version ? { id: version.id, number: version.number } : null,
  };
}

export type ApplicationPage = Awaited<ReturnType<typeof showApplicationForm>>;

/**
 * Takes an application from anyone. Nobody reads it until the address is confirmed by the link that is mailed.
 * @returns where the applicant sees that the mail is on its way: nothing that opens the application, which only the mail holds
 */
export async function apply(
  app: App,
  command: ApplicationCommand,
  { address }: { address: string },
): Promise<Outcome<null>> {
  // A program that fills in every field is thanked, and nothing is kept.
  if (command.website !== '') return { kind: 'done', value: null };
  if (!(await takeTurn(app, limit, address)).allowed) {
    return { kind: 'refused', faults: [{ field: 'send', key: 'joining.fault.too-fast' }] };
  }
  const { municipalities, methodology } = await showApplicationForm(app);
  const { municipality } = command;
  if (municipality !== null && !municipalities.some(({ id }) => id === municipality)) {
    return { kind: 'refused', faults: [{ field: 'municipality', key: 'form.fault.choice' }] };
  }
  if (methodology !== null && (command.methodology !== methodology.id || !command.agrees)) {
    const key =
      command.methodology === methodology.id ? 'methodology.fault.agrees' : 'methodology.fault.newer';
    return { kind: 'refused', faults: [{ field: 'agrees', key }] };
  }
  await inTransaction(app.db, async (tx) => {
    const { id, isNew } = await store.insertApplication(tx, {
      id: randomUUID(),
      ...rowOf(command),
      methodology_id: methodology?.id ?? null,
      received_at: app.clock(),
    });
    if (!isNew) return;
    await recordAudit(tx, { actor: 'applicant', action: 'apply', subject: { kind: 'join-application', id } });
    const { language, email, nameSq } = command;
    await tellApplicant(app, tx, { id, language, email, nameSq }, { kind: 'confirm', days: daysToConfirm });
  });
  return { kind: 'done', value: null };
}

function rowOf(command: ApplicationCommand) {
  return {
    once: command.once,
    language: command.language,
    municipality_id: command.municipality,
    place: command.place,
    place_note: command.placeNote,
    name_sq: command.nameSq,
    name_en: command.nameEn,
    seat: command.seat,
    founded: command.founded,
    registration: command.registration,
    url: command.url,
    work: command.work,
    people: command.people,
    interests: command.interests,
    funding: command.funding,
    contact_name: command.contactName,
    contact_capacity: command.contactCapacity,
    contact_capacity_en: command.contactCapacityEn,
    email: command.email,
  };
}
