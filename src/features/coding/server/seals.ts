import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { canonicalCoding, sealedText, type SealedCoding } from '../canonical.ts';
import { getTask } from './access.ts';
import { readCodings, readCommitments } from './code-store.ts';
import { sealOf } from './seal.ts';

/** The seals of a task; with what they hold once both coders have handed in, so that anyone of the work can check them. */
export async function showSeals(app: App, actor: Actor, taskId: string) {
  const task = await getTask(app.db, actor, taskId);
  const [commitments, codings] = await Promise.all([
    readCommitments(app.db, taskId),
    readCodings(app.db, taskId, null),
  ]);
  const seals = commitments.map(({ seat, sha256, committedAt, salt }) => {
    const coding = codings.find((one) => one.seat === seat);
    const organisationName = task.seats.find((one) => one.seat === seat)?.organisationName ?? {};
    const about = { seat, organisationName, sha256, committedAt };
    if (!coding || salt === null) return { ...about, opened: null };
    const sealed: SealedCoding = {
      ...coding,
      task: taskId,
      coder: coding.accountId,
      code: coding.code ?? '',
    };
    return {
      ...about,
      opened: {
        salt,
        coding: canonicalCoding(sealed),
        text: sealedText(salt, sealed),
        isUnchanged: sealOf(salt, sealed) === sha256,
      },
    };
  });
  const { id, municipalityName, priorityNumber, priorityPosition, position } = task;
  const priority = priorityNumber ?? String(priorityPosition);
  return { task: { id, municipalityName, priority, component: position }, seals };
}

export type SealsPage = Awaited<ReturnType<typeof showSeals>>;

/** The bytes whose SHA-256 is the seal. @throws not-found also where it is not opened yet */
export async function readSealedFile(app: App, actor: Actor, taskId: string, seat: string): Promise<string> {
  const { seals } = await showSeals(app, actor, taskId);
  const opened = seals.find((one) => String(one.seat) === seat)?.opened;
  if (!opened) throw notFound(`seal ${seat} of ${taskId}`);
  return opened.text;
}
