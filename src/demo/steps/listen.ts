import {
  newNeeds,
  newPlan,
  record as recordSchema,
  cellName,
  groupName,
} from '#features/listening/schema.ts';
import { controlName } from '#features/listening/need-table.ts';
import { showNeeds, addNeeds } from '#features/listening/server/needs.ts';
import { saveTable } from '#features/listening/server/need-table.ts';
import { planSession } from '#features/listening/server/planning.ts';
import { publishSession } from '#features/listening/server/publishing.ts';
import { recordSession } from '#features/listening/server/recording.ts';
import { reviewNeeds } from '#features/listening/server/reviewing.ts';
import { showSession } from '#features/listening/server/sessions.ts';
import { appOn, dayAfter } from '../clock.ts';
import type { DemoAttendance, DemoNeed, DemoSession, readListening } from '../content/listening.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, fieldId, unitId, type Stage } from '../stage.ts';

type Content = ReturnType<typeof readListening>;

/** Each session as far as it has come: planned, held with its needs, reviewed and published. */
export async function listen(stage: Stage, { sessions, attendance, needs }: Content): Promise<void> {
  for (const session of sessions) {
    const own = {
      attendance: attendance.filter((row) => row.session === session.id),
      needs: needs.filter((row) => row.session === session.id),
    };
    await plan(stage, session);
    if (session.state === 'planned') continue;
    await record(stage, session, own.attendance);
    await writeDown(stage, session, own.needs);
    if (session.state === 'published') await publish(stage, session);
  }
}

async function plan(stage: Stage, session: DemoSession): Promise<void> {
  const { facilitator, municipalityId } = stage.members;
  const command = newPlan.parse({
    id: demoId('session', session.id),
    municipalityId,
    organisationId: '',
    kind: session.kind,
    mandateId: stage.mandateId,
    unitId: unitId(session.unit),
    heldOn: dayAfter(stage.firstDay, session.day),
    startsAt: session.starts_at,
    place: session.place,
    accessNotes: session.access_notes,
    targetGroups: session.target_groups,
    facilitators: [],
    others: session.facilitators.join('\n'),
    announced: 'yes',
  });
  const day = dayAfter(stage.firstDay, Math.min(session.day, 0) - 14);
  expectDone(`plan session ${session.id}`, await planSession(appOn(stage.app, day), facilitator, command));
}

/** The evening after a session. */
function after(stage: Stage, session: DemoSession, days = 0): Stage['app'] {
  return appOn(stage.app, dayAfter(stage.firstDay, session.day + days), '20:00');
}

async function record(stage: Stage, session: DemoSession, attendance: readonly DemoAttendance[]) {
  const id = demoId('session', session.id);
  const app = after(stage, session);
  const { facilitator } = stage.members;
  const shown = await showSession(app, facilitator, id);
  const counts = attendance.map(({ sex, age_band, social_group, people }) => [
    sex === '' ? groupName(social_group) : cellName(sex, age_band),
    String(people),
  ]);
  const command = recordSchema.parse({
    version: String(shown.session.version),
    channel: session.channel,
    participants: String(session.participants),
    countsNote: session.counts_note,
    languages: session.languages,
    minutes: session.minutes,
    summarySq: session.summary_sq,
    summaryEn: session.summary_en,
    ...Object.fromEntries(counts),
  });
  expectDone(`record session ${session.id}`, await recordSession(app, facilitator, id, command, 'sq'));
}

/** As a facilitator does it: the lines first, then field, place and who spoke in the table. */
async function writeDown(stage: Stage, session: DemoSession, needs: readonly DemoNeed[]): Promise<void> {
  const id = demoId('session', session.id);
  const app = after(stage, session);
  const { facilitator } = stage.members;
  const lines = newNeeds.parse({
    token: demoId('lines', session.id),
    lines: needs.map(({ statement }) => statement).join('\n'),
    field: '',
    unit: unitId(session.unit),
    place: '',
    speaker: '',
    language: 'sq',
  });
  expectDone(`write down needs of ${session.id}`, await addNeeds(app, facilitator, id, lines));
  const shown = await showNeeds(app, facilitator, id);
  const rows = shown.needs.flatMap(({ id: needId, version, position }, index) => {
    const need = needs[index];
    if (!need) throw new Error(`session ${session.id} has more needs than were written down`);
    return Object.entries({
      id: needId,
      version: String(version),
      position: String(position),
      statement: need.statement,
      translation: need.translation,
      field: fieldId(need.field),
      unit: unitId(need.unit),
      place: need.place,
      speaker: need.speaker,
      language: need.language,
    }).map(([column, value]) => [controlName(index, column), value]);
  });
  const table = await saveTable(app, facilitator, id, Object.fromEntries(rows));
  expectDone(`complete the needs of ${session.id}`, table);
}

async function publish(stage: Stage, session: DemoSession): Promise<void> {
  const id = demoId('session', session.id);
  const app = after(stage, session, 5);
  const { editor } = stage.members;
  const shown = await showNeeds(app, editor, id);
  const rows = shown.needs.flatMap(({ id: needId, version }, index) => [
    [controlName(index, 'id'), needId],
    [controlName(index, 'version'), String(version)],
  ]);
  const decided = await reviewNeeds(app, editor, id, { ...Object.fromEntries(rows), rest: 'yes' });
  expectDone(`review the needs of ${session.id}`, decided);
  const { session: reviewed } = await showSession(app, editor, id);
  expectDone(`publish session ${session.id}`, await publishSession(app, editor, id, reviewed.version));
}
