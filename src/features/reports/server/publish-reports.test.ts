import { beforeEach, expect, test } from 'vitest';
import type { PublicationContext } from '#features/rounds/publication.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addPublishedRound, addReportText } from '#testing/factories-reports.ts';
import { readEditions } from './edition-store.ts';
import { publishReportTexts } from './publish-reports.ts';

const database = useDatabase();
let all: Monitoring;
let context: PublicationContext;

beforeEach(async () => {
  const { db } = database();
  all = await addMonitoring(db, { stage: 'evidence' });
  context = {
    assessment: {
      id: all.assessment.id,
      municipalityId: all.municipality.id,
      contractId: all.contract.id,
    },
    municipalityKey: all.municipality.key,
    round: await addPublishedRound(db, all),
    day: '2028-11-15',
    now: new Date('2028-11-15T10:00:00Z'),
    asked: { by: all.secondEditor.id, at: new Date('2028-11-15T10:00:00Z') },
    priorities: [],
  };
});

const publish = () => inTransaction(database().db, (tx) => publishReportTexts(tx, context));
const editions = () => readEditions(database().db, context.round.id, all.municipality.id);

test('what was written around the figures is published as it stands', async () => {
  const foreword = { sq: 'Një vit pune', en: 'A year of work' };
  await addReportText(database().db, {
    mandate_id: all.mandate.id,
    municipality_id: all.municipality.id,
    foreword: JSON.stringify(foreword),
  });
  const { tables, subjects } = await publish();
  const [first] = await editions();
  expect(first).toMatchObject({ edition: 1, publishedOn: '2028-11-15', foreword, lessons: null });
  expect(tables).toEqual(['monitoring_report']);
  expect(subjects).toEqual([{ kind: 'monitoring_report', id: first?.id }]);
});

test('words of whoever publishes, and words saved after they asked for it, wait for somebody else to publish them', async () => {
  const { db } = database();
  const { id } = await addReportText(db, {
    mandate_id: all.mandate.id,
    municipality_id: all.municipality.id,
    foreword: JSON.stringify({ sq: 'Një vit pune' }),
    saved_by: all.secondEditor.id,
    saved_at: new Date('2028-11-14T10:00:00Z'),
  });
  await publish();
  const now = { saved_by: all.editor.id, saved_at: new Date('2028-11-15T10:00:01Z') };
  await db.updateTable('report_text').set(now).where('id', '=', id).execute();
  await publish();
  const before = { saved_at: new Date('2028-11-15T09:00:00Z') };
  await db.updateTable('report_text').set(before).where('id', '=', id).execute();
  await publish();
  expect((await editions()).map(({ foreword }) => foreword)).toEqual([null, null, { sq: 'Një vit pune' }]);
});

test("the words of another municipality's report, of the network's and of another year stay where they are", async () => {
  const words = { foreword: JSON.stringify({ sq: 'Tjetër' }), mandate_id: all.mandate.id };
  await addReportText(database().db, { ...words, municipality_id: all.elsewhere.id });
  await addReportText(database().db, { ...words, municipality_id: null });
  await addReportText(database().db, { ...words, municipality_id: all.municipality.id, round_number: 2 });
  await publish();
  expect(await editions()).toMatchObject([{ edition: 1, foreword: null }]);
});

test('a report published again is the next edition beside the first', async () => {
  await publish();
  await publish();
  expect((await editions()).map(({ edition }) => edition)).toEqual([1, 2]);
});
