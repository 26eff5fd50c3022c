import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { uploadKinds } from '#forms/uploads.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { formatsFor } from '#i18n/format.ts';
import { languages, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { isPublic, type Plan } from '../plan.ts';
import type { SpeakerCommand, SpeakerLinkCommand } from '../speaker-schema.ts';
import { holdPlan, readPlan } from './find-plan.ts';
import { openFiles } from './open-files.ts';
import { localised } from './plan-columns.ts';
import { readPlanItems, readPlanPeople, readPlanPerson, type PlanPerson } from './plan-parts-store.ts';
import { touchPlan } from './plan-store.ts';
import { heldToChange, noteChange, planToChange } from './plans.ts';
import { makeToken, sha256Of } from './speaker-token.ts';
import * as store from './speaker-store.ts';

const wrongTries = { name: 'speaker-link-wrong', burst: 20, perSecond: 1 / 60 };
const changes = { name: 'speaker-link', burst: 30, perSecond: 1 / 30 };
const between = '\n\n* * *\n\n';

/** The person of a plan to whom a link is sent. @throws not-found, forbidden */
export async function speakerToInvite(app: App, actor: Actor, key: string, row: string) {
  const plan = await planToChange(app.db, actor, key);
  const speaker = (await readPlanPeople(app.db, plan.id)).find(({ id }) => id === row);
  if (!speaker) throw notFound(`speaker ${row}`);
  return { plan, speaker };
}

/** Sends somebody the link to their own entry, good until the last day of the event. */
export function sendSpeakerLink(
  app: App,
  actor: Actor,
  key: string,
  { row, email }: SpeakerLinkCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await heldToChange(tx, actor, key);
    const speaker = (await readPlanPeople(tx, plan.id)).find(({ id }) => id === row);
    if (!speaker) return { kind: 'refused', faults: [{ field: 'email', key: 'event.fault.gone' }] };
    const expiresAt = new Date(`${plan.endsOn}T23:00:00Z`);
    if (expiresAt <= app.clock()) {
      return { kind: 'refused', faults: [{ field: 'email', key: 'event.fault.over' }] };
    }
    const { token, sha256 } = makeToken(app);
    const link = { id: randomUUID(), speakerId: row, sha256, email, madeAt: app.clock(), expiresAt };
    await store.replaceLink(tx, link);
    const parts = languages.map((language) => {
      const t = translator(language);
      const values = {
        site: t('site.name'),
        name: speaker.name ?? '',
        title: pickText(plan.title, language),
        day: formatsFor(language).date(plan.startsOn),
        link: `${app.config.publicUrl}/${language}/speaker/${token}`,
      };
      return { subject: t('event.speaker.mail.subject', values), text: t('event.speaker.mail.text', values) };
    });
    await queueMail(app, tx, {
      to: email,
      subject: parts.map(({ subject }) => subject).join(' / '),
      text: parts.map(({ text }) => text).join(between),
      secretUntil: expiresAt,
    });
    await noteChange(tx, actor, plan, { action: 'send-link', after: { person: row }, isShown: false });
    return { kind: 'done', value: null };
  });
}

export type OpenedSpeaker =
  { kind: 'open'; linkId: string; plan: Plan; speaker: PlanPerson } | { kind: 'wrong' | 'over' };

/** Opens the entry that a link leads to. @throws too-many-requests for an address that tries links */
export async function openSpeaker(app: App, token: string, address: string): Promise<OpenedSpeaker> {
  const sha256 = sha256Of(app, token);
  const link = sha256 === undefined ? undefined : await store.readLink(app.db, sha256);
  if (!link) {
    const turn = await takeTurn(app, wrongTries, address);
    if (!turn.allowed) throw new DomainError('too-many-requests', 'links to speakers');
    return { kind: 'wrong' };
  }
  const [plan, speaker] = await Promise.all([
    readPlan(app.db, link.planId),
    readPlanPerson(app.db, link.speakerId),
  ]);
  if (!plan || !speaker) return { kind: 'wrong' };
  const isOver = link.revokedAt !== null || link.expiresAt <= app.clock();
  if (isOver || plan.state === 'cancelled' || plan.state === 'published') return { kind: 'over' };
  return { kind: 'open', linkId: link.id, plan, speaker };
}

/** What the page of a link shows: the event, where in it, and the entry as it stands. */
export async function showSpeaker(app: App, token: string, address: string) {
  const opened = await openSpeaker(app, token, address);
  if (opened.kind !== 'open') return { refused: opened.kind, entry: null };
  const { plan, speaker } = opened;
  const items = await readPlanItems(app.db, plan.id);
  return {
    refused: null,
    entry: {
      title: plan.title,
      key: plan.key,
      isPublic: isPublic(plan),
      mode: plan.mode,
      startsOn: plan.startsOn,
      startsAt: plan.startsAt,
      item: items.find(({ id }) => id === speaker.itemId) ?? null,
      isOfRecord: speaker.personId !== null,
      name: speaker.name ?? '',
      photo: isPublic(plan) ? speaker.photo : null,
      hasPhoto: speaker.photo !== null,
      confirmedAt: speaker.confirmedAt,
      version: speaker.version,
      fields: speakerFields(speaker),
    },
  };
}

export type SpeakerEntry = NonNullable<Awaited<ReturnType<typeof showSpeaker>>['entry']>;

/** Keeps what a speaker says of themselves: of their own entry, and of nothing else. */
export async function confirmSpeaker(
  app: App,
  token: string,
  { command, photo, address }: { command: SpeakerCommand; photo: Bytes | undefined; address: string },
): Promise<Outcome<null>> {
  const turn = await takeTurn(app, changes, address);
  if (!turn.allowed) throw new DomainError('too-many-requests', 'speakers by link');
  const opened = await openSpeaker(app, token, address);
  if (opened.kind !== 'open') return refused('agreed', 'event.speaker.closed');
  if (opened.speaker.personId === null && command.name === '') return refused('name', 'form.fault.missing');
  const taken = photo === undefined ? undefined : await takeIn(app, photo, uploadKinds.photo);
  if (taken && 'refused' in taken) return refused('photo', `event.file.${taken.refused}`);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdPlan(tx, opened.plan.id);
    const speaker = await readPlanPerson(tx, opened.speaker.id);
    if (!plan || !speaker || plan.state === 'cancelled' || plan.state === 'published') {
      return refused('agreed', 'event.speaker.closed');
    }
    const file = taken && (await sealFile(tx, taken));
    const isSaved = await store.updateSpeaker(tx, speaker.id, command.version ?? 0, {
      ...(speaker.personId === null ? { name: command.name, name_agreed: true } : {}),
      capacity: localised(command.capacitySq, command.capacityEn),
      biography: localised(command.biographySq, command.biographyEn),
      attendance: command.attendance,
      confirmed_at: app.clock(),
      ...(file?.copy ? { photo_original_sha256: file.original, photo_sha256: file.copy } : {}),
    });
    if (!isSaved) {
      return { kind: 'conflict', theirs: speakerFields(speaker), theirVersion: speaker.version };
    }
    if (isPublic(plan)) await openFiles(tx, plan.id);
    await touchPlan(tx, plan.id);
    await noteChange(tx, `speaker-link ${opened.linkId}`, plan, {
      action: 'confirm-speaker',
      after: { person: speaker.id },
    });
    return { kind: 'done', value: null };
  });
}

function speakerFields(speaker: PlanPerson): Fields {
  return {
    name: speaker.ownName ?? '',
    capacitySq: speaker.capacity.sq ?? '',
    capacityEn: speaker.capacity.en ?? '',
    biographySq: speaker.biography.sq ?? '',
    biographyEn: speaker.biography.en ?? '',
    attendance: speaker.attendance === 'unknown' ? '' : speaker.attendance,
  };
}

type FaultKey =
  | 'event.speaker.closed'
  | 'form.fault.missing'
  | `event.file.${'too-large' | 'empty' | 'type-not-accepted' | 'infected' | 'not-scanned' | 'broken-image'}`;

function refused(field: string, key: FaultKey): Outcome<null> {
  return { kind: 'refused', faults: [{ field, key }] };
}
