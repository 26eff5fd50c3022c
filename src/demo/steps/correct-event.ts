import { saveTexts } from '#features/conclusions/server/after.ts';
import { personForm, planForm } from '#features/events/plan-schema.ts';
import { correctEvent, reopenEvent } from '#features/events/server/corrections.ts';
import { changePlan, planEvent } from '#features/events/server/plans.ts';
import { savePerson } from '#features/events/server/save-person.ts';
import { announceEvent, publishEvent } from '#features/events/server/stages.ts';
import { dayOf } from '#server/cache/day.ts';
import { dayAfter } from '../clock.ts';
import { expectDone } from '../expect-done.ts';
import type { Stage } from '../stage.ts';

/** A training of some weeks ago that was published, and corrected where its hall and its trainer's name were wrong. */
export async function correctTraining({ app, members }: Stage): Promise<void> {
  const { editor, municipalityId } = members;
  const typed = {
    municipality: municipalityId,
    kind: 'training',
    titleSq: 'Si vlerësohet një premtim',
    titleEn: 'How a promise is assessed',
    summarySq: 'Vëzhguesit e rinj mësuan të dallojnë një akt zyrtar nga një punë e bërë.',
    summaryEn: 'New monitors learned to tell a formal act from work done.',
    mode: 'on-site',
    startsOn: dayAfter(dayOf(app.clock()), -20),
    startsAt: '10:00',
    endsAt: '13:00',
    placeSq: 'Biblioteka e qytetit',
    placeEn: 'City library',
    hallSq: 'Salla e vogël',
    hallEn: 'Small hall',
    languages: ['sq'],
  };
  const { key } = expectDone('plan', await planEvent(app, editor, planForm.parse(typed)));
  const trainer = {
    name: 'Arta Gjini',
    nameAgreed: 'yes',
    role: 'moderator',
    capacitySq: 'Trajnere',
    capacityEn: 'Trainer',
    attendance: 'on-site',
  };
  const { id } = expectDone('trainer', await savePerson(app, editor, key, personForm.parse(trainer)));
  await announceEvent(app, editor, key);
  const minutes = {
    minutesSq: 'U punua me shembuj nga **tri bashki**.',
    minutesEn: 'Examples from **three municipalities** were worked on.',
    pressReleaseSq: '',
    pressReleaseEn: '',
    recordingUrl: '',
    version: 1,
  };
  expectDone('minutes', await saveTexts(app, editor, key, minutes));
  await publishEvent(app, editor, key);
  await reopenEvent(app, editor, key);
  const right = { ...typed, hallSq: 'Salla e leximit', hallEn: 'Reading room', version: '2' };
  expectDone('hall', await changePlan(app, editor, key, planForm.parse(right)));
  const named = { ...trainer, id, name: 'Arta Gjinaj', version: '1' };
  expectDone('name', await savePerson(app, editor, key, personForm.parse(named)));
  const why = {
    reasonSq: 'Mbiemri i trajneres dhe salla ishin shkruar gabim.',
    reasonEn: 'The trainer’s name and the hall were written wrong.',
  };
  expectDone('correction', await correctEvent(app, editor, key, why));
}
