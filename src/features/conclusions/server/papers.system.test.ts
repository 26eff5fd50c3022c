import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { inTransaction } from '#server/database/db.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { addEventOf, addGathering, addPlanConclusion } from '#testing/factories-gatherings.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { useAfter } from './after.fixture.ts';
import { factsOfPlan } from './facts-of-plan.ts';
import { gatheringPdf } from './paper/gathering.ts';
import { publishPapers } from './papers-job.ts';
import { publishAfter } from './publish-after.ts';

const scene = useAfter();

async function gathering() {
  const { app, place } = scene();
  const plan = await addGathering(app.db, place, {
    minutes: JSON.stringify({
      sq: '# Hapja\n\nFoli **Ana Leka** dhe [lidhja](https://a.example.org).\n\n- një\n- dy',
    }),
  });
  await addPlanConclusion(app.db, plan.id, { due_on: '2027-09', organisation_id: place.organisation.id });
  return plan;
}

test('report, press release and minutes are typeset from the record, once for the same facts', async () => {
  const { app } = scene();
  const plan = await gathering();
  const event = await addEventOf(app.db, plan);
  await inTransaction(app.db, (tx) =>
    publishAfter(tx, app, { planId: plan.id, eventId: event.id, eventKey: event.key, version: 1 }),
  );
  const documents = () =>
    app.db
      .selectFrom('event_document')
      .select(['kind', 'language', 'copy_sha256 as sha256'])
      .where('event_id', '=', event.id)
      .orderBy('position')
      .execute();
  await publishPapers(app, { eventId: event.id });
  const made = await documents();
  expect(made.map(({ kind, language }) => `${kind} ${language}`)).toEqual([
    'report sq',
    'report en',
    'press-release sq',
    'press-release en',
    'minutes sq',
  ]);
  await publishPapers(app, { eventId: event.id });
  expect(await documents()).toEqual(made);
  const textOf = async (index: number) => {
    const file = await readPublicFile(app, made[index]?.sha256 ?? '');
    if (!file) throw new Error('everyone may have it');
    return readPdf(await buffer(file.bytes)).text;
  };
  expect(await textOf(1)).toContain('The contracts are signed.');
  expect(await textOf(1)).toContain('140');
  expect(await textOf(4)).toContain('Foli Ana Leka dhe lidhja (https://a.example.org).');
});

test('a draft is typeset from the plan and says that it is one', async () => {
  const { app } = scene();
  const plan = await gathering();
  const facts = await factsOfPlan(app.db, plan.id);
  const pdf = await gatheringPdf(app, facts, { paper: 'report', language: 'sq', isDraft: true });
  const { text } = readPdf(pdf);
  expect(text).toContain('Projekt, ende i pabotuar');
  expect(text).toContain('Kontratat nënshkruhen.');
});
