import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { showContract } from '../service.ts';
import {
  addApproved,
  addDraft,
  addPriority,
  done,
  factForm,
  stateOf,
  submit,
  useWork,
} from '../work.fixture.ts';
import { savePriority } from '../drafting/priorities.ts';
import { approveDraft, reopenDraft } from '../drafting/review.ts';
import { publishDraft } from '../drafting/freeze.ts';
import { showPriorityForm } from '../drafting/draft-page.ts';
import { priorityForm } from '../work.fixture.ts';
import { recordFact, replaceFact, withdrawFact } from './signatures.ts';
import { recordWinner } from './winner.ts';

const world = useWork();

async function publish(draftId: string, actor: Actor = world.work().editor): Promise<string> {
  const { version, versionNumber } = await stateOf(world, draftId);
  return done(await publishDraft(world.app(), actor, draftId, { version, number: versionNumber ?? 0 })).key;
}

function record(draftId: string, given: Record<string, unknown> = {}, actor: Actor = world.work().editor) {
  return recordFact(world.app(), actor, { kind: 'draft', id: draftId }, factForm(given));
}

function recordOn(key: string, given: Record<string, unknown> = {}) {
  return recordFact(world.app(), world.work().editor, { kind: 'contract', key }, factForm(given));
}

async function count(table: 'contract' | 'priority' | 'component' | 'signature'): Promise<number> {
  const row = await world
    .db()
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** The day is set after the dates that the tests use. */
world.on('2027-06-01');

test('a candidate who stands in the election is the person who signs, not another of the same name', async () => {
  const draft = await addApproved(world);
  const { municipality, mandate } = world.work();
  const [personId, candidateId] = [randomUUID(), randomUUID()];
  await world
    .db()
    .insertInto('person')
    .values({ id: personId, key: 'arta-e-listes', name: 'Arta Lista' })
    .execute();
  await world
    .db()
    .insertInto('election_candidate')
    .values({
      id: candidateId,
      key: 'lista/arta',
      municipality_id: municipality.id,
      mandate_id: mandate.id,
      person_id: personId,
    })
    .execute();
  done(await record(draft, { signatory: 'candidate', name: 'Arta Lista' }));
  const signed = await world
    .db()
    .selectFrom('signature')
    .select('key')
    .where('person_id', '=', personId)
    .execute();
  expect(signed).toHaveLength(1);
});

describe('freezing', () => {
  test('the first signature puts the approved text into the record, word for word', async () => {
    const draft = await addDraft(world, 0);
    const { units, editor, coordinator } = world.work();
    const unit = units[0]?.id ?? '';
    await addPriority(world, draft, { coverage: 'listed', units: [unit], [`locality-${unit}`]: 'Seman' });
    await addPriority(world, draft, { statement_sq: 'Uji', directorate: 'Drejtoria e Ujit' });
    const { number } = await submit(world, draft);
    const { version } = await stateOf(world, draft);
    done(await approveDraft(world.app(), coordinator, draft, { version, number }));
    const { contract: key } = done(await record(draft));

    const { contract, priorities, sources } = await showContract(world.app(), key);
    expect(contract).toMatchObject({
      priorityCount: 2,
      priorityCountIs: 'exact',
      bindingLanguage: 'sq',
      textVersion: number,
      text: 'complete',
      signing: { state: 'signed' },
    });
    expect(priorities.map(({ statement }) => statement.sq)).toEqual(['Rruga e fshatit shtrohet', 'Uji']);
    expect(priorities[0]?.places).toMatchObject([{ locality: 'Seman' }]);
    expect(priorities[1]?.directorate).toBe('Drejtoria e Ujit');
    expect(sources.length).toBeGreaterThan(0);
    const frozen = await stateOf(world, draft);
    expect(frozen).toMatchObject({ state: 'frozen', contractKey: key });
    expect(await savePriority(world.app(), editor, draft, priorityForm(world.work()), '/form')).toMatchObject(
      { kind: 'refused', faults: [{ key: 'drafting.fault.closed' }] },
    );
    const reopened = await reopenDraft(world.app(), editor, draft, { version: frozen.version, reason: 'x' });
    expect(reopened.kind).toBe('conflict');
  });

  test('a contract published before anyone signed is in the record as not signed', async () => {
    const key = await publish(await addApproved(world));
    const { contract } = await showContract(world.app(), key);
    expect(contract).toMatchObject({ text: 'complete', signing: { state: 'not-known' } });
  });

  test('two signatures and a publication at once freeze once', async () => {
    const draft = await addApproved(world, 2);
    const before = { contract: await count('contract'), priority: await count('priority') };
    const outcomes = await Promise.all([
      record(draft, { name: 'Arta Hoxha' }),
      record(draft, { signatory: 'council', name: '' }),
      publish(draft).then((key) => ({ kind: 'done' as const, value: { contract: key } })),
    ]);
    const keys = new Set(outcomes.map((outcome) => done(outcome).contract));
    expect(keys.size).toBe(1);
    expect(await count('contract')).toBe(before.contract + 1);
    expect(await count('priority')).toBe(before.priority + 2);
    const { contract } = await showContract(world.app(), [...keys][0] ?? '');
    expect(contract.signatures).toHaveLength(2);
  });

  test('the same signature handed in twice at once is one', async () => {
    const draft = await addApproved(world);
    const outcomes = await Promise.all([record(draft), record(draft), record(draft)]);
    const { contract } = await showContract(world.app(), done(outcomes[0]).contract);
    expect(contract.signatures).toHaveLength(1);
  });

  test('signing while the editor takes the text back leaves one of the two', async () => {
    const draft = await addApproved(world);
    const { version } = await stateOf(world, draft);
    const before = await count('contract');
    const [signed, reopened] = await Promise.allSettled([
      record(draft),
      reopenDraft(world.app(), world.work().editor, draft, { version, reason: 'Një gabim' }),
    ]);
    const { state } = await stateOf(world, draft);
    if (signed.status === 'fulfilled') {
      expect(state).toBe('frozen');
      expect(reopened).toMatchObject({ value: { kind: 'conflict' } });
    } else {
      expect(state).toBe('draft');
      expect(await count('contract')).toBe(before);
    }
  });

  test('a draft that nobody approved is neither signed nor published', async () => {
    const draft = await addDraft(world);
    await expect(record(draft)).rejects.toThrow('conflict');
    const { version } = await stateOf(world, draft);
    const outcome = await publishDraft(world.app(), world.work().editor, draft, { version, number: 1 });
    expect(outcome.kind).toBe('conflict');
  });

  test('a fact that is refused freezes nothing', async () => {
    const draft = await addApproved(world);
    const before = await count('contract');
    expect(await record(draft, { occurred_on: '2030-01-01' })).toMatchObject({ kind: 'refused' });
    expect(await count('contract')).toBe(before);
    expect((await stateOf(world, draft)).state).toBe('approved');
  });

  test('only editors of the municipality publish and record', async () => {
    const draft = await addApproved(world);
    const { facilitator, coordinator, contact, resident, editorElsewhere } = world.work();
    for (const actor of [facilitator, coordinator]) {
      await expect(publish(draft, actor)).rejects.toThrow('forbidden');
      await expect(record(draft, {}, actor)).rejects.toThrow('forbidden');
    }
    for (const actor of [contact, resident, editorElsewhere, nobody]) {
      await expect(publish(draft, actor)).rejects.toThrow('not-found');
      await expect(record(draft, {}, actor)).rejects.toThrow();
    }
  });
});

describe('facts of a signing', () => {
  test('follow each other: what comes after a signature is refused', async () => {
    const key = await publish(await addApproved(world));
    done(await recordOn(key, { state: 'invited', occurred_on: '2027-04-01' }));
    done(await recordOn(key, { state: 'expected', occurred_on: '2027-04-10', expected_on: '2027-05-10' }));
    done(await recordOn(key, { occurred_on: '2027-05-10' }));
    expect(await recordOn(key, { state: 'declined', occurred_on: '2027-05-11', reason: 'x' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'state', key: 'signing.fault.after-signed' }],
    });
    // Another person is another signatory.
    done(
      await recordOn(key, { state: 'declined', name: 'Besa Dema', occurred_on: '2027-05-11', reason: 'x' }),
    );
  });

  test('a wrong one is corrected by another: it stays, and counts no more', async () => {
    const key = await publish(await addApproved(world));
    done(await recordOn(key, { occurred_on: '2027-05-01' }));
    const [wrong] = (await showContract(world.app(), key)).contract.signatures;
    const command = {
      ...factForm({ state: 'declined', occurred_on: '2027-05-01', reason: 'Jo tani' }),
      signature: wrong?.id ?? '',
      correction_sq: 'U shënua gabim.',
      correction_en: '',
    };
    const correct = () => replaceFact(world.app(), world.work().editor, key, command);
    const outcomes = await Promise.all([correct(), correct()]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    const { contract } = await showContract(world.app(), key);
    expect(contract.signing.state).toBe('declined');
    expect(contract.signatures).toHaveLength(2);
    expect(contract.signatures.find(({ id }) => id === wrong?.id)).toMatchObject({
      state: 'signed',
      correctionReason: { sq: 'U shënua gabim.' },
    });
  });

  test('one that never happened is taken out of the count, and can be recorded again later', async () => {
    const key = await publish(await addApproved(world));
    done(await recordOn(key));
    const [wrong] = (await showContract(world.app(), key)).contract.signatures;
    const words = { correction_sq: 'Nuk ndodhi.', correction_en: '' };
    done(await withdrawFact(world.app(), world.work().editor, key, { signature: wrong?.id ?? '', ...words }));
    expect((await showContract(world.app(), key)).contract.signing.state).toBe('not-known');
    done(await recordOn(key));
    expect((await showContract(world.app(), key)).contract.signing.state).toBe('signed');
  });

  test('a scan is kept sealed; a picture has a public copy, and what is no document is refused', async () => {
    const key = await publish(await addApproved(world));
    const send = (bytes: Uint8Array<ArrayBuffer>) =>
      recordFact(
        world.app(),
        world.work().editor,
        { kind: 'contract', key },
        factForm(),
        new File([bytes], 'scan'),
      );
    expect(await send(new TextEncoder().encode('<script>'))).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'scan', key: 'scan.fault.type-not-accepted' }],
    });
    const pdf = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n';
    done(await send(new TextEncoder().encode(pdf)));
    const [fact] = (await showContract(world.app(), key)).contract.signatures;
    expect(fact?.scanSha256).toMatch(/^[0-9a-f]{64}$/);
    expect(fact?.scanCopySha256).toBeNull();
  });
});

describe('after the election', () => {
  const source = { source_title: 'KQZ', source_url: 'https://kqz.gov.al/', party: '' };
  const none = { person: null, reason_sq: '', reason_en: '' };

  test('the winner’s signature decides; a loser’s stays and decides no more', async () => {
    const key = await publish(await addApproved(world));
    const loser = { signatory: 'candidate', name: 'Humbësja', occurred_on: '2027-05-01' };
    done(await recordOn(key, loser));
    done(await recordOn(key, { ...loser, name: 'Fituesi', state: 'declined', reason: 'Jo' }));
    expect((await showContract(world.app(), key)).contract.signing.state).toBe('signed');
    const win = (given: Partial<Parameters<typeof recordWinner>[3]> = {}) =>
      recordWinner(world.app(), world.work().coordinator, key, {
        ...none,
        ...source,
        name: 'Fituesi',
        elected_on: '2027-05-20',
        ...given,
      });
    const outcomes = await Promise.all([win(), win()]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    const { contract, winner } = await showContract(world.app(), key);
    expect(winner?.personName).toBe('Fituesi');
    expect(contract.signing.state).toBe('declined');
    expect(contract.signatures).toHaveLength(2);
    expect(await win({ name: 'Humbësja' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'reason_sq' }],
    });
    done(await win({ name: 'Humbësja', reason_sq: 'U rinumërua.' }));
    expect((await showContract(world.app(), key)).contract.signing.state).toBe('signed');
    const posts = await world
      .db()
      .selectFrom('post')
      .select('office')
      .where('elected_on', '=', '2027-05-20')
      .execute();
    expect(posts).toHaveLength(2);
  });

  test('nobody else marks it', async () => {
    const key = await publish(await addApproved(world));
    const { facilitator, contact, editorElsewhere, administrator, resident } = world.work();
    for (const actor of [facilitator, contact, editorElsewhere, administrator, resident]) {
      await expect(
        recordWinner(world.app(), actor, key, {
          ...none,
          ...source,
          name: 'X',
          elected_on: '2027-05-20',
        }),
      ).rejects.toThrow('forbidden');
    }
  });
});

test('a contract in the record cannot be drafted again, and its draft shows it', async () => {
  const draft = await addApproved(world);
  const key = await publish(draft);
  expect((await stateOf(world, draft)).contractKey).toBe(key);
  const shown = await showPriorityForm(world.app(), world.work().editor, draft);
  expect(shown.can.writes).toBe(false);
});
