import { preparePublication } from '#features/publishing/server/preparing.ts';
import { publishNow, writeStatus } from '#features/publishing/schema.ts';
import { saveStatusDraft, showStatusDraft } from '#features/publishing/server/drafts.ts';
import { publishOne } from '#features/publishing/server/runs.ts';
import { appOn, dayAfter } from '../../clock.ts';
import type { DemoCoding } from '../../content/monitoring.ts';
import { expectDone } from '../../expect-done.ts';
import type { MonitoringStage } from './team.ts';

/** The editor writes what the public reads beside each status, and prepares; another editor publishes. */
export async function publishAssessment(
  stage: MonitoringStage,
  assessment: string,
  codings: readonly DemoCoding[],
  { prepared, published }: { prepared: number; published: number },
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, prepared));
  const { editor } = stage.members;
  for (const { id, key } of await prioritiesOf(stage)) {
    const { fields } = await showStatusDraft(app, editor, assessment, id);
    const own = codings.filter(({ component }) => component.startsWith(`${key}/`));
    const command = writeStatus.parse({
      rationale_sq: own.map((coding) => `${coding.rationale_sq}.`).join(' '),
      rationale_en: own.map((coding) => `${coding.rationale_en}.`).join(' '),
      late: fields['late'],
      reversed: '',
      blocked_by: '',
    });
    const ids = { assessmentId: assessment, priorityId: id };
    expectDone(`write the status of ${key}`, await saveStatusDraft(app, editor, ids, command, `demo/${key}`));
  }
  expectDone('prepare the publication', await preparePublication(app, editor, assessment));
  const later = appOn(stage.app, dayAfter(stage.firstDay, published));
  const now = publishNow.parse({ when: 'now', day: '', time: '' });
  expectDone('publish', await publishOne(later, stage.team.secondEditor, assessment, now));
}

function prioritiesOf({ app, contract }: MonitoringStage) {
  return app.db
    .selectFrom('priority')
    .innerJoin('contract', 'contract.id', 'priority.contract_id')
    .select(['priority.id', 'priority.key'])
    .where('contract.key', '=', contract)
    .orderBy('priority.position')
    .execute();
}
