import type { Actor } from '#features/accounts/actor.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { instantOf, localTime } from '../local-time.ts';
import { modesOf, type Mode } from '../mode.ts';
import { managesRegistration } from '../policy.ts';
import { mostQuestions, type Question } from '../question.ts';
import { linesOf, type QuestionCommand, type SettingsCommand } from '../schema.ts';
import { settleModes } from './moving-up.ts';
import * as plans from './plan-store.ts';
import type { EventPlan, RegistrationPlan } from './plan-store.ts';
import { hasSettings } from './registering.ts';
import { deleteAnswers } from './store.ts';

/** @throws not-found where the event is not theirs to know, forbidden for nobody */
export async function planToManage(
  db: App['db'],
  actor: Actor,
  key: string,
): Promise<EventPlan & { actorId: string }> {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'registration');
  const plan = await plans.readPlan(db, { key });
  if (!plan || !managesRegistration(actor, plan)) throw notFound(`event plan ${key}`);
  return { ...plan, actorId: actor.id };
}

function theirsOf(plan: RegistrationPlan, capacities: ReadonlyMap<Mode, number | null>) {
  const { opensAt, closesAt, confirmHours, keepDays, asks } = plan.settings;
  const opens = localTime(opensAt);
  const closes = localTime(closesAt);
  const shown = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  return {
    opensOn: opens.day,
    opensAt: opens.time,
    closesOn: closes.day,
    closesAt: closes.time,
    onSite: shown(capacities.get('on-site')),
    online: shown(capacities.get('online')),
    confirmHours: shown(confirmHours),
    keepDays: String(keepDays),
    asks,
  };
}

/** What stands in the form of the settings. */
export async function typedSettings(db: App['db'], plan: RegistrationPlan) {
  const modes = await plans.readModes(db, plan.id);
  return theirsOf(plan, new Map(modes.map(({ mode, capacity }) => [mode, capacity])));
}

/** Sets when an event can be registered for and how many places there are; where there are more now, those who wait move up. */
export function saveSettings(
  app: App,
  actor: Actor,
  key: string,
  command: SettingsCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const plan = await planToManage(tx, actor, key);
    const opens_at = instantOf(command.opensOn, command.opensAt);
    const closes_at = instantOf(command.closesOn, command.closesAt);
    if (closes_at <= opens_at) {
      return { kind: 'refused', faults: [{ field: 'closesOn', key: 'registration.fault.order' }] };
    }
    if (closes_at > instantOf(plan.endsOn, plan.endsAt)) {
      return { kind: 'refused', faults: [{ field: 'closesOn', key: 'registration.fault.after-event' }] };
    }
    const { confirmHours: confirm_hours, keepDays: keep_days, asks } = command;
    const row = { opens_at, closes_at, confirm_hours, keep_days, asks };
    const isSaved =
      command.version === undefined
        ? await plans.insertSettings(tx, { plan_id: plan.id, ...row }, plan.sequence)
        : await plans.updateSettings(tx, plan.id, command.version, row);
    if (!isSaved) return conflict(tx, plan.key);
    await saveModes(app, tx, plan.key, command);
    await recordAudit(tx, {
      actor: plan.actorId,
      action: 'set',
      subject: { kind: 'registration', id: plan.id },
      ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
      after: { ...row, onSite: command.onSite, online: command.online },
    });
    // The event's page, which everyone is given from the cache, leads to the form from now on.
    if (command.version === undefined) await noteRecordChange(tx, { tables: [] });
    return { kind: 'done', value: null };
  });
}

async function saveModes(app: App, tx: Tx, key: string, { onSite, online }: SettingsCommand): Promise<void> {
  const plan = await plans.readPlan(tx, { key });
  if (!hasSettings(plan)) return;
  for (const mode of modesOf(plan.mode)) {
    const capacity = mode === 'on-site' ? onSite : online;
    await plans.putMode(tx, plan.id, mode, capacity);
  }
  await settleModes(app, tx, plan, await plans.holdModes(tx, plan.id));
}

async function conflict(tx: Tx, key: string): Promise<Outcome<null>> {
  const plan = await plans.readPlan(tx, { key });
  if (!hasSettings(plan)) throw new DomainError('conflict', 'settings of a registration');
  return { kind: 'conflict', theirs: await typedSettings(tx, plan), theirVersion: plan.settings.version };
}

function optionsOf(command: QuestionCommand): Question['options'] {
  if (command.kind !== 'choice' && command.kind !== 'several') return [];
  const en = linesOf(command.optionsEn);
  return linesOf(command.optionsSq).map((sq, index) => {
    const other = en[index];
    return { id: `o${index + 1}`, text: { sq, ...(other === undefined ? {} : { en: other }) } };
  });
}

/** Adds a question of the organiser's own at the end. */
export function addQuestion(
  app: App,
  actor: Actor,
  key: string,
  command: QuestionCommand,
): Promise<Outcome<null>> {
  return changeQuestions(app, actor, { key, version: command.version }, (questions) => {
    if (questions.length >= mostQuestions) return undefined;
    const { kind, textSq: sq, textEn, required } = command;
    const text = { sq, ...(textEn === '' ? {} : { en: textEn }) };
    // Every version asks at most one new question: an id that was taken away never comes back, and no answer with it.
    return [...questions, { id: `q${command.version}`, kind, text, required, options: optionsOf(command) }];
  });
}

/** Takes a question away, and what people answered to it: nothing is kept of them that no purpose needs. */
export function removeQuestion(
  app: App,
  actor: Actor,
  key: string,
  { question, version }: { question: string; version: number },
): Promise<Outcome<null>> {
  return changeQuestions(
    app,
    actor,
    { key, version },
    (questions) => questions.filter(({ id }) => id !== question),
    (tx, planId) => deleteAnswers(tx, planId, question),
  );
}

function changeQuestions(
  app: App,
  actor: Actor,
  { key, version }: { key: string; version: number },
  change: (questions: Question[]) => Question[] | undefined,
  after: (tx: Tx, planId: string) => Promise<void> = async () => {},
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const plan = await planToManage(tx, actor, key);
    if (!hasSettings(plan)) throw notFound(`registration for ${key}`);
    const questions = change(plan.settings.questions);
    if (!questions) return { kind: 'refused', faults: [{ field: 'kind', key: 'registration.fault.most' }] };
    const row = { questions: JSON.stringify(questions) };
    if (!(await plans.updateSettings(tx, plan.id, version, row))) return conflict(tx, key);
    await after(tx, plan.id);
    await recordAudit(tx, {
      actor: plan.actorId,
      action: 'ask',
      subject: { kind: 'registration', id: plan.id },
      ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
      after: { questions },
    });
    return { kind: 'done', value: null };
  });
}
