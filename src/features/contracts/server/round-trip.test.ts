import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { placeNeeds, setAside } from '#features/compiling/server/steps.ts';
import { decide } from '#features/compiling/server/order.ts';
import { readFolder } from '#features/opendata/server/record-folders.fixture.ts';
import { citeWork } from '#features/opendata/server/record-change.ts';
import { exportRecord, importRecord } from '#features/opendata/server/service.ts';
import { inTransaction } from '#server/database/db.ts';
import { createTestDatabase } from '#testing/database.ts';
import { addSession } from '#testing/factories-compiling.ts';
import { useFolders } from '#testing/folders.ts';
import { publishDraft } from './drafting/freeze.ts';
import { takeCandidates, savePriority } from './drafting/priorities.ts';
import { saveComponent } from './drafting/components.ts';
import { readDraftPriorities } from './drafting/text-store.ts';
import { approveDraft } from './drafting/review.ts';
import { showContract } from './service.ts';
import { answerAmendment, proposeAmendment } from './signing/amendments.ts';
import { recordFact, replaceFact, withdrawFact } from './signing/signatures.ts';
import { recordWinner } from './signing/winner.ts';
import {
  addDraft,
  addPriority,
  componentForm,
  done,
  factForm,
  priorityForm,
  stateOf,
  submit,
  useWork,
} from './work.fixture.ts';

const world = useWork();
const newFolder = useFolders();
world.on('2027-06-01');

const given = { key: 'work/given', title: 'Të dhëna', publisher: 'Organizata', publishedOn: '2027-03-01' };

/** What the stage stands on came from somewhere too. */
async function citeStage(): Promise<void> {
  const stage = [
    'county',
    'municipality',
    'administrative_unit',
    'organisation',
    'membership',
    'mandate',
    'field',
  ] as const;
  for (const kind of stage) {
    const rows = await world.db().selectFrom(kind).select('id').execute();
    await inTransaction(world.db(), (tx) =>
      citeWork(
        tx,
        given,
        rows.map(({ id }) => ({ id, kind })),
      ),
    );
  }
}

/** Needs that were voiced and published. */
async function addNeeds(draftId: string, statements: readonly string[]) {
  const { municipalityId, mandateId, organisationId } = await stateOf(world, draftId);
  const board = { municipalityId, mandateId, organisationId };
  const session = await addSession(world.db(), board, {
    state: 'held',
    channel: 'on-site',
    participants: 30,
  });
  return inTransaction(world.db(), async (tx) => {
    const ids: string[] = [];
    for (const [index, statement] of statements.entries()) {
      const [id, needId] = [randomUUID(), randomUUID()];
      const own = { municipality_id: municipalityId };
      await tx
        .insertInto('need')
        .values({
          ...own,
          id: needId,
          key: `nevoja-${index}`,
          channel: 'community-meeting',
          statement: JSON.stringify({ sq: statement }),
        })
        .execute();
      await citeWork(tx, given, [{ id: needId, kind: 'need' }]);
      await tx
        .insertInto('voiced_need')
        .values({
          ...own,
          id,
          mandate_id: mandateId,
          session_id: session.id,
          position: index + 1,
          statement,
          need_id: needId,
        })
        .execute();
      ids.push(id);
    }
    return ids;
  });
}

/** A contract compiled on a board, with an order that was decided and a need set aside. */
async function publishCompiled(): Promise<string> {
  const { editor, coordinator, municipality } = world.work();
  const draftId = await addDraft(world, 0);
  const ids = await addNeeds(draftId, ['Uji vjen dy orë', 'Tubi është i vjetër', 'Pensione më të larta']);
  const form = () => ({
    municipality: municipality.key,
    mandate: mandateKey,
    step: randomUUID(),
  });
  const mandateKey = (await stateOf(world, draftId)).mandate;
  const seen = (from: number, to: number) => ids.slice(from, to).map((id) => ({ id, at: 'waiting' }));
  const made = done(
    await placeNeeds(world.app(), editor, {
      ...form(),
      needs: seen(0, 2),
      candidate: null,
      title: 'Uji, "çdo ditë"',
      field: null,
    }),
  );
  done(await setAside(world.app(), editor, { ...form(), needs: seen(2, 3), reason: 'Jo e bashkisë' }));
  done(await decide(world.app(), editor, { ...form(), method: 'support', note: 'Siç u tha' }));
  done(await takeCandidates(world.app(), editor, draftId, { candidates: [made.candidateId ?? ''] }));
  const [taken] = await readDraftPriorities(world.db(), draftId);
  const text = priorityForm(world.work(), { id: taken?.id, version: String(taken?.version) });
  done(await savePriority(world.app(), editor, draftId, text, '/form'));
  done(
    await saveComponent(
      world.app(),
      editor,
      { draftId, priorityId: text.id },
      componentForm({ due: '2029-10' }),
      '/',
    ),
  );
  await addPriority(world, draftId, {
    heading_sq: 'Rruga',
    heading_en: 'The road',
    directorate: 'Drejtoria e rrugëve',
  });
  const { number } = await submit(world, draftId);
  const submitted = await stateOf(world, draftId);
  done(await approveDraft(world.app(), coordinator, draftId, { version: submitted.version, number }));
  const { version } = await stateOf(world, draftId);
  return done(await publishDraft(world.app(), editor, draftId, { version, number })).key;
}

/** Signed, corrected, taken back, refused; then two amendments, of which one holds; then a winner, and another one. */
async function live(key: string): Promise<void> {
  const { editor, contact, coordinator } = world.work();
  const [app, target] = [world.app(), { kind: 'contract', key } as const];
  const scan = new File([Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n')], 'scan.pdf');
  const candidate = { signatory: 'candidate', name: 'Arta Hoxha', party: 'Lista, e gjelbër' };
  done(await recordFact(app, editor, target, factForm({ ...candidate, witness: 'Gjin' }), scan));
  done(await recordFact(app, editor, target, factForm({ ...candidate, name: 'Ben Koka', state: 'pledged' })));
  const refused = { ...candidate, name: 'Cen Lala', state: 'declined', reason: 'Pa buxhet;\nnuk premtoj' };
  done(await recordFact(app, editor, target, factForm(refused)));
  const { signatures } = (await showContract(app, key)).contract;
  const idOf = (name: string) => signatures.find(({ personName }) => personName === name)?.id ?? '';
  const correction = { correction_sq: 'Dita ishte gabim', correction_en: 'The day was wrong' };
  const corrected = factForm({ ...candidate, occurred_on: '2027-05-01' });
  done(await replaceFact(app, editor, key, { ...corrected, ...correction, signature: idOf('Arta Hoxha') }));
  done(
    await withdrawFact(app, editor, key, { ...correction, correction_en: '', signature: idOf('Ben Koka') }),
  );

  const { priorities } = await showContract(app, key);
  for (const [index, answer] of (['signed', 'declined'] as const).entries()) {
    const proposed = {
      priority: priorities[index]?.id ?? '',
      version: 0,
      statement_sq: 'Teksti i ri',
      statement_en: 'The new text',
      reason_sq: 'Arsyeja',
      reason_en: 'The reason',
      holds_from: '2027-06-01',
    };
    done(await proposeAmendment(app, editor, key, proposed));
    const amendment = (await showContract(app, key)).amendments[index]?.id ?? '';
    const answered = { amendment, answered_on: '2027-06-01', person: null, reason_language: 'sq' as const };
    done(
      await answerAmendment(app, editor, key, {
        ...answered,
        side: 'organisation',
        answer: 'signed',
        capacity: 'drejtoreshë',
        name: '',
        reason: '',
      }),
    );
    done(
      await answerAmendment(app, contact, key, {
        ...answered,
        side: 'municipality',
        answer,
        capacity: 'kryetare',
        name: 'Arta Hoxha',
        reason: answer === 'declined' ? 'Jo tani' : '',
      }),
    );
  }
  const elected = {
    person: null,
    elected_on: '2027-05-20',
    party: 'Lista, e gjelbër',
    source_title: 'KQZ',
    source_url: 'https://kqz.gov.al/',
    reason_en: '',
  };
  done(await recordWinner(app, coordinator, key, { ...elected, name: 'Cen Lala', reason_sq: '' }));
  done(
    await recordWinner(app, coordinator, key, { ...elected, name: 'Arta Hoxha', reason_sq: 'U rinumërua.' }),
  );
}

/** Without the descriptor, which says of which record an import was; the first database was filled by hand. */
async function readTables(folder: string): Promise<Record<string, string>> {
  const { 'datapackage.json': _descriptor, ...files } = await readFolder(folder);
  return files;
}

/** All that the work fills; each has a row. */
const tables = [
  'contracts',
  'priorities',
  'components',
  'compilations',
  'compiled-candidates',
  'need-placements',
  'priority-needs',
  'signatures',
  'signature-corrections',
  'amendments',
  'amendment-answers',
  'election-winners',
  'posts',
];

test('what compiling, signing, amending and the election wrote goes out and comes into an empty database byte by byte', async () => {
  await live(await publishCompiled());
  await citeStage();
  const [folder, again] = [await newFolder(), await newFolder()];
  await exportRecord(world.app().pool, { folder, force: true });
  const other = await createTestDatabase();
  try {
    expect(await importRecord(other.pool, { folder, actor: 'test' })).toMatchObject({ kind: 'applied' });
    await exportRecord(other.pool, { folder: again, force: true });
  } finally {
    await other.drop();
  }
  const files = await readTables(folder);
  expect(await readTables(again)).toEqual(files);
  const rowsOf = (name: string) => (files[`${name}.csv`] ?? '').split('\n').length - 2;
  expect(tables.filter((name) => rowsOf(name) < 1)).toEqual([]);
});
