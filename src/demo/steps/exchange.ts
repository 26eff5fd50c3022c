import type { Actor } from '#features/accounts/actor.ts';
import { periodForm } from '#features/context/schema.ts';
import { addPeriod } from '#features/context/server/drafts.ts';
import {
  answerForm,
  beginForm,
  experienceForm,
  questionForm,
  tryForm,
} from '#features/experiences/schema.ts';
import { beginExperience, saveExperience } from '#features/experiences/server/drafts.ts';
import { answerQuestion, askQuestion } from '#features/experiences/server/questions.ts';
import { handIn } from '#features/experiences/server/review.ts';
import { sayTry } from '#features/experiences/server/tries.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, fieldId, type Members } from '../stage.ts';

/** What stood around the work of this year, not public yet. */
export async function noteContext(app: App, coordinator: Actor): Promise<void> {
  const period = periodForm.parse({
    kind: 'challenge',
    starts: '2026-06',
    endsIs: 'ongoing',
    title_sq: 'Zyrat e bashkive ndërrojnë nëpunës para zgjedhjeve',
    title_en: 'Town halls change staff before the elections',
    summary_sq: 'Kërkesat për informim mbeten pa përgjigje derisa caktohet nëpunësi i ri.',
    summary_en: 'Requests for information stay unanswered until the new officer is named.',
  });
  expectDone('note the context', await addPeriod(app, coordinator, period));
}

/** An experience that waits to be read, a town hall that tried another's, and a question with its answer. */
export async function exchange(app: App, members: Members, contact: Actor): Promise<void> {
  const { facilitator, editor, municipalityId: municipality } = members;
  const title = {
    title_sq: 'Harta e ndriçimit, e shënuar nga nxënësit',
    title_en: 'The map of street lights, drawn by pupils',
  };
  const { id } = expectDone(
    'begin an experience',
    await beginExperience(app, facilitator, beginForm.parse({ municipality, ...title })),
  );
  const told = experienceForm.parse({
    ...title,
    version: '1',
    summary_sq: 'Nxënësit shënuan çdo llambë që nuk ndizej; bashkia i ndreqi sipas hartës.',
    summary_en: 'Pupils marked every lamp that was out; the town hall repaired them by the map.',
    problem_sq: 'Ankesat për ndriçimin vinin me telefon dhe humbisnin.',
    problem_en: 'Complaints about the lights came by telephone and got lost.',
    done_sq: 'Dy klasa ecën rrugëve në mbrëmje, me një hartë për çdo lagje.',
    done_en: 'Two classes walked the streets in the evening, with one map for each neighbourhood.',
    result_sq: 'Nga 64 llamba të shënuara, 51 u ndreqën brenda muajit.',
    result_en: 'Of 64 lamps marked, 51 were repaired within the month.',
    lessons_sq: 'Harta duhet përsëritur çdo vjeshtë.',
    lessons_en: 'The map has to be drawn again every autumn.',
    field: fieldId('infrastructure'),
    cost_amount: '18000',
    cost_note_sq: 'letra dhe jelekë sinjalizues',
    cost_note_en: 'paper and safety vests',
    contact_name: 'Zyra e shërbimeve publike',
  });
  expectDone('write the experience', await saveExperience(app, facilitator, id, told));
  expectDone('hand it in', await handIn(app, facilitator, id));
  const experience = idOf('experience', 'ditari-i-ujit');
  const tried = tryForm.parse({
    experience,
    municipality,
    state: 'tried',
    outcome: 'partly',
    saidOn: '2026-10-05',
    learnedFrom: idOf('municipality', 'gurevale'),
    statement_sq: 'Gjashtë familje e mbajtën ditarin; ndërmarrja e ujit ende nuk e ka lexuar.',
    statement_en: 'Six households kept the diary; the water company has not read it yet.',
  });
  expectDone('say that it was tried', await sayTry(app, contact, tried));
  const question = questionForm.parse({
    title: 'Sa familje duhen që ditari i ujit të merret si provë?',
    body: 'Ndërmarrja jonë thotë se gjashtë familje janë pak. Sa kishit ju?',
    language: 'sq',
    experience,
    once: demoId('question', 'water'),
  });
  const asked = expectDone('ask', await askQuestion(app, contact, question));
  const answer = answerForm.parse({
    body: 'Te ne u pranuan tetë familje, një për çdo rrugë të fshatit.',
    language: 'sq',
    once: demoId('answer', 'water'),
  });
  expectDone('answer', await answerQuestion(app, editor, asked.id, answer));
}
