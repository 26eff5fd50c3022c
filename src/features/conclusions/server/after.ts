import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { localisedOf } from '../localised.ts';
import { mayPublishAfter } from '../policy.ts';
import type { TextsCommand } from '../schema.ts';
import { auditAfter, done, holdToWrite, planToWrite, refused } from './access.ts';
import * as store from './plan-store.ts';
import { readPublishedTexts } from './record-store.ts';

/** What was written after a gathering, and what of it everyone sees already. */
export async function showAfter(app: App, actor: Actor, key: string) {
  const plan = await planToWrite(app.db, actor, key);
  const [conclusions, photos, published] = await Promise.all([
    store.readPlanConclusions(app.db, plan.id),
    store.readPlanPhotos(app.db, plan.id),
    publishedOf(app.db, plan.eventId),
  ]);
  const texts = { minutes: published.includes('minutes'), pressRelease: published.includes('press-release') };
  const hasText = (text: object) => Object.values(text).some(Boolean);
  return {
    plan,
    conclusions,
    photos,
    /** The texts that are public already, and stay as they are until the event is opened for a correction. */
    published: texts,
    mayPublish: mayPublishAfter(actor, plan),
    /** Whether an event that is public has more to show by now. */
    hasNew:
      plan.eventId !== null &&
      (conclusions.some(({ conclusionId }) => conclusionId === null) ||
        photos.some(({ photoId, consent }) => photoId === null && consent !== 'not-given') ||
        (hasText(plan.minutes) && !texts.minutes) ||
        (hasText(plan.pressRelease) && !texts.pressRelease)),
  };
}

async function publishedOf(db: Db, eventId: string | null): Promise<string[]> {
  return eventId === null ? [] : readPublishedTexts(db, eventId);
}

export type AfterPage = Awaited<ReturnType<typeof showAfter>>;

/** Writes minutes, press release and the recording's address. What is public already stays as it is. */
export function saveTexts(
  app: App,
  actor: Actor,
  key: string,
  command: TextsCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdToWrite(tx, actor, key);
    const minutes = localisedOf({ sq: command.minutesSq, en: command.minutesEn });
    const pressRelease = localisedOf({ sq: command.pressReleaseSq, en: command.pressReleaseEn });
    // Open for a correction, what is public may be written anew: it is published with the correction's reason.
    const isOpen = plan.reopenedAt !== null;
    const published = isOpen ? [] : await publishedOf(tx, plan.eventId);
    const isOther = (one: object, other: object) => JSON.stringify(one) !== JSON.stringify(other);
    if (published.includes('minutes') && isOther(minutes, localisedOf(plan.minutes))) {
      return refused('minutesSq', 'after.fault.published');
    }
    if (published.includes('press-release') && isOther(pressRelease, localisedOf(plan.pressRelease))) {
      return refused('pressReleaseSq', 'after.fault.published');
    }
    if (
      plan.eventId !== null &&
      !isOpen &&
      plan.recordingUrl !== '' &&
      plan.recordingUrl !== command.recordingUrl
    ) {
      return refused('recordingUrl', 'after.fault.published');
    }
    const isSaved = await store.updateTexts(tx, plan.id, command.version, {
      minutes: JSON.stringify(minutes),
      press_release: JSON.stringify(pressRelease),
      recording_url: command.recordingUrl,
    });
    if (!isSaved) {
      return {
        kind: 'conflict',
        theirs: {
          minutesSq: plan.minutes.sq ?? '',
          minutesEn: plan.minutes.en ?? '',
          pressReleaseSq: plan.pressRelease.sq ?? '',
          pressReleaseEn: plan.pressRelease.en ?? '',
          recordingUrl: plan.recordingUrl,
        },
        theirVersion: plan.version,
      };
    }
    await auditAfter(tx, actor, plan, {
      action: 'write',
      after: { minutes: Object.keys(minutes), pressRelease: Object.keys(pressRelease) },
    });
    return done(null);
  });
}
