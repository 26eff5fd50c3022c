import { createHash } from 'node:crypto';
import { nobody } from '#features/accounts/actor.ts';
import { admissionForm, disputeForm } from '#features/disputes/schema.ts';
import { admitDispute } from '#features/disputes/server/admitting.ts';
import { disputeStatus } from '#features/disputes/server/disputing.ts';
import {
  publishCorrection,
  saveCorrection,
  showCorrection,
} from '#features/publishing/server/corrections.ts';
import { writeCorrection } from '#features/publishing/schema.ts';
import { answerView } from '#features/voice/server/answering.ts';
import { countWaiting } from '#features/voice/server/counting.ts';
import { appOn, dayAfter } from '../../clock.ts';
import { expectDone } from '../../expect-done.ts';
import { demoId } from '../../stage.ts';
import type { MonitoringStage } from './team.ts';

/** What was published and turned out to be wrong: words of the rationale; another editor publishes what one wrote. */
export async function correct(
  stage: MonitoringStage,
  { priority, round, day }: { priority: string; round: string; day: number },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const key = { priority, round };
  const { status } = await showCorrection(app, stage.members.editor, key);
  const { rationale } = status;
  const command = writeCorrection.parse({
    rationale_sq: `${rationale?.sq ?? ''} Rruga e Tregut, një nga të 13-tat, u shtrua nga një donator, jo nga bashkia.`,
    rationale_en: `${rationale?.en ?? ''} Market Street, one of the 13, was paved by a donor, not by the municipality.`,
    late: status.late ? 'yes' : '',
    reversed: status.reversed ? 'yes' : '',
    blocked_by: status.blockedBy ?? '',
    reason_sq:
      'Arsyetimi linte të kuptohej se të 13 rrugët i shtroi bashkia. Gjendja nuk ndryshon: rrugët janë të shtruara.',
    reason_en:
      'The rationale let readers think that the municipality paved all 13 streets. The status stays as it is: the streets are paved.',
    corrects: String(status.version),
  });
  const saved = await saveCorrection(app, stage.members.editor, key, command, `demo/${priority}`);
  expectDone('write a correction', saved);
  const { correction } = await showCorrection(app, stage.team.secondEditor, key);
  if (!correction) throw new Error('The demonstration’s correction went away');
  const { id, version } = correction;
  const published = await publishCorrection(app, stage.team.secondEditor, id, { version });
  expectDone('publish a correction', published);
}

/** Somebody disputes a status, and the editor lets the dispute into the record: it waits for its decision. */
export async function dispute(
  stage: MonitoringStage,
  { priority, round, day }: { priority: string; round: string; day: number },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const command = disputeForm.parse({
    ground: 'new-evidence',
    statement: 'Shenjat në Brail janë vënë që në gusht në hyrjen e bashkisë; i kam fotografuar vetë.',
    name: '',
    email: 'banore@demo.example',
    language: 'sq',
    once: demoId('dispute', priority),
  });
  const sent = await disputeStatus(app, { priority, round }, command, {
    address: '127.0.0.1',
    file: undefined,
  });
  const { receipt } = expectDone('dispute a status', sent);
  const { id, version } = await app.db
    .selectFrom('dispute_notice')
    .select(['id', 'version'])
    .where('receipt', '=', receipt)
    .executeTakeFirstOrThrow();
  const admission = admissionForm.parse({
    version: String(version),
    statementSq: 'Shenjat në Brail janë vënë që në gusht në hyrjen e bashkisë.',
    statementEn: 'The Braille signs have been at the town hall’s entrance since August.',
  });
  const admitted = await admitDispute(app, stage.members.editor, id, admission, 'demo');
  expectDone('let a dispute into the record', admitted);
}

const views = ['yes', 'yes', 'partly', 'partly', 'partly', 'no', 'no', 'do-not-know'] as const;

/** Residents say whether it is so where they live. */
export async function sayHowItIs(
  stage: MonitoringStage,
  { priority, round, people, day }: { priority: string; round: string; people: number; day: number },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day));
  const units = await app.db
    .selectFrom('administrative_unit')
    .select('id')
    .where('municipality_id', '=', stage.members.municipalityId)
    .orderBy('key')
    .limit(2)
    .execute();
  for (let person = 0; person < people; person += 1) {
    const command = {
      answer: views[person % views.length] ?? 'yes',
      unit: units[person % 3 === 0 ? 1 : 0]?.id ?? null,
      sentence: person === 2 ? 'Gjysma e rrugës sime është ende me pluhur.' : '',
      removePhoto: false,
      language: 'sq' as const,
      secret: createHash('sha256').update(`demo/${priority}/${person}`).digest('hex'),
    };
    const answered = await answerView(app, { priority, round }, command, {
      // Each from an address of their own: those behind one are limited.
      address: `192.0.2.${person + 1}`,
      actor: nobody,
      secret: undefined,
      photo: undefined,
    });
    expectDone('say how it is', answered);
  }
  await countWaiting(app);
}
