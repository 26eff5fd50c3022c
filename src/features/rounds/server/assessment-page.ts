import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { lateOn, nextDeadline } from '../deadlines.ts';
import { freezeOn } from '../freeze.ts';
import { assignsPeople, opensCoding, seesAssessment } from '../policy.ts';
import { isBefore } from '../stage.ts';
import { assessmentToAssign, readStaffing } from './assign.ts';
import { getAssessment } from './assessments.ts';
import { readFreezes } from './freeze-store.ts';
import { getPlan } from './plans.ts';
import { readProgress } from './progress-store.ts';
import { readTasks } from './task-store.ts';

/**
 * One municipality's assessment: how far it is, its components and who works on each, and what may be done now.
 * @throws not-found where it is not theirs to see
 */
export async function showAssessment(app: App, actor: Actor, id: string) {
  const assessment = await getAssessment(app.db, id);
  const { municipalityId, stage } = assessment;
  if (!seesAssessment(actor, municipalityId)) throw notFound(`assessment ${id} in the workspace`);
  const today = dayOf(app.clock());
  const [plan, [progress], tasks, staffing, freezes] = await Promise.all([
    getPlan(app, assessment.roundPlanId),
    readProgress(app.db, { assessmentId: id }),
    readTasks(app.db, id),
    readStaffing(app, app.db, assessment),
    readFreezes(app.db, today),
  ]);
  if (!progress) throw notFound(`assessment ${id}`);
  const own = actor.kind === 'account' ? actor.id : '';
  const may = opensCoding(actor, municipalityId);
  return {
    assessment,
    plan,
    progress,
    tasks: tasks.map((task) => {
      const barred = (personId: string | undefined | null) =>
        personId ? staffing.isBarred(personId, task.priorityId) : false;
      return {
        ...task,
        isOwn: task.monitorId === own,
        /** Places of people who have a conflict of interest there. */
        barred: {
          monitor: barred(task.monitorId),
          first: barred(task.first?.accountId),
          second: barred(task.second?.accountId),
        },
      };
    }),
    next: nextDeadline(stage, plan.days) ?? null,
    late: lateOn(stage, plan.days, today) ?? null,
    freeze: freezeOn(freezes, municipalityId, today) ?? null,
    may: {
      assign: assignsPeople(actor, municipalityId) && isBefore(stage, 'adjudication'),
      openCoding: may && stage === 'evidence',
      reopenEvidence: may && stage === 'coding' && progress.codes === 0,
    },
  };
}

export type AssessmentPage = Awaited<ReturnType<typeof showAssessment>>;

/** Who can be chosen for the places of an assessment, or of one component. @throws not-found, forbidden */
export async function showAssigning(app: App, actor: Actor, id: string, taskId?: string) {
  const assessment = await assessmentToAssign(app, actor, id);
  const [plan, tasks, staffing, [progress]] = await Promise.all([
    getPlan(app, assessment.roundPlanId),
    readTasks(app.db, id),
    readStaffing(app, app.db, assessment),
    readProgress(app.db, { assessmentId: id }),
  ]);
  const task = tasks.find((one) => one.id === taskId);
  if (taskId !== undefined && !task) throw notFound(`task ${taskId}`);
  return {
    plan,
    assessment,
    municipality: progress?.municipality ?? '',
    tasks,
    task: task ?? null,
    workers: staffing.workers.map(({ id: workerId, name, organisationIds, organisations }) => ({
      id: workerId,
      name,
      organisations,
      isOutsider: !organisationIds.includes(assessment.organisationId),
      seats: staffing.seatsOf.get(workerId) ?? 0,
      monitoring: staffing.monitoringOf.get(workerId) ?? 0,
      isBarred: task ? staffing.isBarred(workerId, task.priorityId) : false,
    })),
  };
}

export type AssigningPage = Awaited<ReturnType<typeof showAssigning>>;
