import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { readFolder, recordFolder } from '#features/opendata/server/record-folders.fixture.ts';
import { useRecord } from '#features/opendata/server/record.fixture.ts';
import { exportRecord, importRecord } from '#features/opendata/server/service.ts';
import type { App } from '#server/app.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { questionOn } from '#testing/factories-forums.ts';
import { useFolders } from '#testing/folders.ts';
import { saveAnswers, showAnswers } from './answers.ts';
import { askQuestion, supportQuestion } from './ask.ts';
import { addCandidacy, changeCandidacy } from './candidates.ts';
import { pressClock } from './clock-service.ts';
import { drawLots } from './draw.ts';
import { planForum, showPlan } from './plans.ts';
import { showForum } from './public.ts';
import { countVotes, moderateQuestion, saveReply, showQuestions } from './questions.ts';
import { announceForum, endForum, startForum } from './stages.ts';
import { valueOf } from './forum.fixture.ts';

const record = useRecord('demo');
const empty = useDatabase();
const newFolder = useFolders();

/** A contract of the record, in a municipality where a member organisation works; and its editor. */
async function ground(app: App) {
  const place = await app.db
    .selectFrom('contract')
    .innerJoin('priority', 'priority.contract_id', 'contract.id')
    .innerJoin('membership', 'membership.municipality_id', 'contract.municipality_id')
    .select(['contract.municipality_id', 'contract.mandate_id', 'membership.organisation_id'])
    .orderBy('contract.key')
    .executeTakeFirstOrThrow();
  const { id } = await addAccount(app.db);
  const scope = {
    kind: 'organisation' as const,
    organisationId: place.organisation_id,
    municipalityIds: [place.municipality_id],
  };
  const editor: Actor = {
    kind: 'account',
    id,
    grants: [{ role: 'editor', scope }],
    awaitsSecondFactor: false,
  };
  return { municipality: place.municipality_id, mandate: place.mandate_id, editor };
}

/** A forum with all that one can have: each of the five answers, corrections, questions, votes, a reply corrected, a withdrawal. */
async function holdForum(app: App): Promise<string> {
  const { editor, ...at } = await ground(app);
  const names = ['Arta Hoxha', 'Besim Kola', 'Çlirim “Limi” Gjoka'];
  const source = { sourceTitle: 'Lista e KQZ-së, "2027"', sourceUrl: 'https://kqz.example.org/lista' };
  const candidate = { ...at, party: 'Lista, e qytetit', coalition: '', ...source, withdrawnOn: null };
  const ids: string[] = [];
  for (const name of names) ids.push(valueOf(await addCandidacy(app, editor, { ...candidate, name })).id);
  const plan = { heldOn: '2027-05-02', startsAt: '18:00', place: 'Kinema', moderators: 'Besa Leka' };
  const { id } = valueOf(
    await planForum(app, editor, { ...at, ...plan, slotSeconds: 90, publishes: 'live', reason: '' }),
  );
  await announceForum(app, editor, id);
  const places = Object.fromEntries(ids.map((one, index) => [`place-${one}`, String(index + 1)]));
  const command = { method: 'on-site' as const, drawnBy: 'Nxënësit' };
  valueOf(await drawLots(app, editor, id, { command, fields: places }));
  const key = (await showPlan(app, editor, id)).plan.forumKey ?? '';
  await askAndSupport(app, editor, id, key);
  await startForum(app, editor, id);
  await pressClock(app, editor, id, { act: 'next', turn: 0, candidacy: null });
  await answerAll(app, editor, id, ids);
  await replyTo(app, editor, id, ids[0] ?? '');
  const [, , last = ''] = ids;
  const name = names[2] ?? '';
  const withdrawal = { ...candidate, name, withdrawnOn: '2027-05-03', version: 1 };
  valueOf(await changeCandidacy(app, editor, last, withdrawal));
  await endForum(app, editor, id);
  return key;
}

async function askAndSupport(app: App, editor: Actor, id: string, key: string): Promise<void> {
  for (const text of ['Kur, dhe me ç’para?\nPo pastaj?', 'A do të ketë "autobus"; për fshatrat?']) {
    valueOf(await askQuestion(app, randomUUID(), key, questionOn(text)));
  }
  for (const { id: question } of (await showQuestions(app, editor, id)).waiting) {
    valueOf(await moderateQuestion(app, editor, id, { question, verdict: 'shown', note: '' }));
  }
  const [first] = (await showForum(app, key)).questions;
  await supportQuestion(app, randomUUID(), key, { questionKey: first?.id ?? '', browser: randomUUID() });
}

async function answerAll(app: App, editor: Actor, id: string, candidates: readonly string[]): Promise<void> {
  const given = ['agrees', 'reservation', 'declines', 'absent', 'no-answer'];
  const { items } = await showAnswers(app, editor, id);
  for (const [index, item] of items.entries()) {
    const fields = candidates.flatMap((one, place) => [
      [`answer-${one}`, given[(index * 3 + place) % given.length]],
      [`words-${one}`, 'Po, "nëse";\tka para'],
    ]);
    valueOf(await saveAnswers(app, editor, id, item.id, Object.fromEntries(fields)));
  }
  const [first] = items;
  const [one = ''] = candidates;
  for (const answer of ['declines', 'agrees']) {
    const correction = { [`answer-${one}`]: answer, [`reason-${one}`]: `U dëgjua gabim: ${answer}` };
    valueOf(await saveAnswers(app, editor, id, first?.id ?? '', correction));
  }
}

async function replyTo(app: App, editor: Actor, id: string, candidacy: string): Promise<void> {
  const [question] = (await showQuestions(app, editor, id)).shown;
  const command = { question: question?.id ?? '', candidacy };
  valueOf(await countVotes(app, editor, id, { question: command.question, votes: 31 }));
  valueOf(await saveReply(app, editor, id, { ...command, answer: 'Brenda vitit', reason: '' }));
  const reason = 'Tha “dy vjet”';
  valueOf(await saveReply(app, editor, id, { ...command, answer: 'Brenda dy vjetëve', reason }));
}

const tables = [
  'election-candidates',
  'forums',
  'forum-candidates',
  'forum-priorities',
  'candidate-answers',
  'forum-questions',
  'question-answers',
];

test('a forum with everything in it comes out of an export and an import into an empty database byte by byte', async () => {
  const key = await holdForum(record.app());
  const exported = await newFolder();
  await exportRecord(record.database().pool, { folder: exported });
  const files = await readFolder(exported);
  const before = await readFolder(recordFolder('demo'));
  for (const table of tables)
    expect([table, files[`${table}.csv`]]).not.toEqual([table, before[`${table}.csv`]]);

  const imported = await importRecord(empty().pool, { folder: exported, actor: 'test' });
  expect(imported).toMatchObject({ kind: 'applied' });
  const again = await newFolder();
  await exportRecord(empty().pool, { folder: again });
  expect(await readFolder(again)).toEqual(files);

  const other = { ...record.app(), db: empty().db, pool: empty().pool };
  const there = await showForum(other, key);
  const here = await showForum(record.app(), key);
  expect(there.rows).toEqual(here.rows);
  expect(there.questions).toEqual(here.questions);
  expect(there.candidates).toEqual(here.candidates);
});
