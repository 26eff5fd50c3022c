import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { getPublishedStatus } from '#features/monitoring/server/published-status.ts';
import { listUnits } from '#features/places/server/service.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { moderationAfter } from '../answer.ts';
import type { ViewCommand } from '../schema.ts';
import { countNow, countSoon } from './counting.ts';
import { browserOf, personOf } from './person.ts';
import { dropView, putView, readView, type OwnView, type Question } from './view-store.ts';

// A village may share one address; a program that fills in forms does not stop at thirty.
const limit = { name: 'resident-view', burst: 30, perSecond: 1 / 20 };
const rules = { accept: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: mostBytes.photo };

/** Which priority is asked about, in which round. */
export interface Asked {
  priority: string;
  round: string;
}

/** The question as someone finds it, with what they answered before. @throws not-found where nothing was published */
export async function showViewForm(app: App, actor: Actor, asked: Asked, secret: string | undefined) {
  const status = await getPublishedStatus(app.db, asked.priority, asked.round);
  const units = await listUnits(app, status.municipalityId);
  const person =
    secret === undefined && actor.kind === 'nobody' ? null : personOf(actor, secret ?? '', status);
  const own = person === null ? undefined : await readView(app.db, status, person);
  return {
    status,
    units: units.map(({ id, name }) => ({ id, name })),
    own: own
      ? {
          answer: own.answer,
          unit: own.unitId,
          sentence: own.sentence,
          hasPhoto: own.photo !== null,
          moderation: own.moderation,
        }
      : null,
  };
}

export type ViewPage = Awaited<ReturnType<typeof showViewForm>>;

interface Answering {
  /** For the limit alone, never kept. */
  address: string;
  actor: Actor;
  /** Of the browser, where it has answered before. */
  secret: string | undefined;
  photo: Bytes | undefined;
}

/**
 * Takes a resident's answer, in place of the one that they gave before. What they write or photograph is seen by nobody
 * outside until an editor has looked at it.
 * @returns the secret by which this browser can change the answer
 */
export async function answerView(
  app: App,
  asked: Asked,
  command: ViewCommand,
  { address, actor, secret: kept, photo }: Answering,
): Promise<Outcome<{ secret: string }>> {
  if (!(await takeTurn(app, limit, address)).allowed) return refused('send', 'voice.fault.too-fast');
  const status = await getPublishedStatus(app.db, asked.priority, asked.round);
  if (!status.isNewest) return refused('send', 'voice.fault.closed');
  const units = await listUnits(app, status.municipalityId);
  if (command.unit !== null && !units.some(({ id }) => id === command.unit)) {
    return refused('unit', 'form.fault.choice');
  }
  const taken = photo === undefined ? undefined : await takeIn(app, photo, rules);
  if (taken && 'refused' in taken) return refused('photo', `listening.photo.${taken.refused}`);
  if (taken && !taken.publicCopy) return refused('photo', 'listening.photo.broken-image');

  const secret = kept ?? command.secret;
  const person = personOf(actor, secret, status);
  const browser = browserOf(secret, status);
  await inTransaction(app.db, async (tx) => {
    const before =
      (await readView(tx, status, person)) ??
      // Who signs in goes on from what they answered without an account.
      (await readView(tx, status, browser));
    if (person !== browser) await dropView(tx, status, browser);
    const picture = taken
      ? await sealBoth(tx, taken)
      : {
          original: command.removePhoto ? null : (before?.photo ?? null),
          copy: command.removePhoto ? null : (before?.copy ?? null),
        };
    await putView(tx, rowOf(status, person, { actor, command, before, picture, now: app.clock() }));
    // Of words that are shown, the public page changes at once; a count alone waits for those of the same minute.
    if (before?.moderation === 'shown') await countNow(app, tx, status.municipalityId);
    else await countSoon(app, tx, [status.municipalityId]);
  });
  return { kind: 'done', value: { secret } };
}

interface Picture {
  original: string | null;
  copy: string | null;
}

/** Both are sealed: which copies the public may have is decided by an editor, and can be taken back. */
async function sealBoth(tx: Parameters<typeof recordFile>[0], taken: TakenFile): Promise<Picture> {
  const { original, publicCopy } = taken;
  if (!publicCopy) return { original: null, copy: null };
  await recordFile(tx, { original, publicCopy: undefined });
  await recordFile(tx, { original: publicCopy, publicCopy: undefined });
  return { original: original.sha256, copy: publicCopy.sha256 };
}

function rowOf(
  { municipalityId, priorityId, roundId }: Question,
  person: string,
  given: { actor: Actor; command: ViewCommand; before: OwnView | undefined; picture: Picture; now: Date },
) {
  const { actor, command, before, picture, now } = given;
  const { answer, unit, sentence, language } = command;
  const moderation = moderationAfter(before, { sentence, photo: picture.original });
  const isDecided = moderation === 'shown' || moderation === 'withheld';
  return {
    municipality_id: municipalityId,
    id: before?.id ?? randomUUID(),
    priority_id: priorityId,
    round_id: roundId,
    person_sha256: person,
    account_id: actor.kind === 'account' ? actor.id : null,
    answer,
    unit_id: unit,
    sentence,
    language,
    original_sha256: picture.original,
    copy_sha256: picture.copy,
    moderation,
    moderation_note: isDecided ? (before?.note ?? '') : '',
    moderated_by: isDecided ? (before?.moderatedBy ?? null) : null,
    answered_at: now,
  };
}

function refused(field: string, key: Extract<Outcome<never>, { kind: 'refused' }>['faults'][number]['key']) {
  return { kind: 'refused', faults: [{ field, key }] } as const;
}
