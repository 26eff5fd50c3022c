import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { showContract } from '../service.ts';
import { publishDraft } from '../drafting/freeze.ts';
import { addApproved, done, factForm, stateOf, useWork } from '../work.fixture.ts';
import { answerAmendment, proposeAmendment } from './amendments.ts';
import { recordFact } from './signatures.ts';

const world = useWork();

/** The day is set after the dates that the tests use. */
world.on('2027-06-01');

async function publish(draftId: string, actor: Actor = world.work().editor): Promise<string> {
  const { version, versionNumber } = await stateOf(world, draftId);
  return done(await publishDraft(world.app(), actor, draftId, { version, number: versionNumber ?? 0 })).key;
}

function recordOn(key: string, given: Record<string, unknown> = {}) {
  return recordFact(world.app(), world.work().editor, { kind: 'contract', key }, factForm(given));
}

describe('amendments', () => {
  async function begin() {
    const key = await publish(await addApproved(world, 1));
    const { priorities } = await showContract(world.app(), key);
    const priority = priorities[0]?.id ?? '';
    const propose = (given: { version?: number; statement_sq?: string } = {}, actor = world.work().editor) =>
      proposeAmendment(world.app(), actor, key, {
        priority,
        version: 0,
        statement_sq: 'Teksti i ri',
        statement_en: 'The new text',
        reason_sq: 'Arsyeja',
        reason_en: 'The reason',
        holds_from: '2027-06-01',
        ...given,
      });
    const amendments = async () => (await showContract(world.app(), key)).amendments;
    const answer = async (
      side: 'organisation' | 'municipality',
      actor: Actor,
      given: { answer?: 'signed' | 'declined'; reason?: string } = {},
    ) =>
      answerAmendment(world.app(), actor, key, {
        amendment: (await amendments()).at(-1)?.id ?? '',
        side,
        answer: 'signed',
        answered_on: '2027-06-01',
        capacity: 'kryetare',
        person: null,
        name: '',
        reason: '',
        reason_language: 'sq',
        ...given,
      });
    return { key, propose, amendments, answer };
  }

  test('keep the old text and take both sides’ signatures, each its own', async () => {
    const { key, propose, amendments, answer } = await begin();
    const { editor, contact, facilitator, coordinator, contactElsewhere } = world.work();
    for (const actor of [facilitator, contact, coordinator]) {
      await expect(propose({}, actor)).rejects.toThrow('forbidden');
    }
    done(await propose());
    for (const actor of [facilitator, coordinator, contactElsewhere]) {
      await expect(answer('municipality', actor)).rejects.toThrow('forbidden');
    }
    await expect(answer('organisation', contact)).rejects.toThrow('forbidden');
    expect(await answer('municipality', editor)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'scan' }],
    });
    done(await answer('organisation', editor));
    expect((await amendments())[0]?.answers).toHaveLength(1);
    done(await answer('municipality', contact));
    expect((await amendments())[0]?.answers).toHaveLength(2);
    const { priorities } = await showContract(world.app(), key);
    expect(priorities[0]?.statement.sq).toBe('Rruga e fshatit shtrohet');
  });

  test('wait one at a time: of two proposals at once, one is told', async () => {
    const { propose, amendments } = await begin();
    const outcomes = await Promise.all([
      propose({ statement_sq: 'Një' }),
      propose({ statement_sq: 'Dy' }, world.work().secondEditor),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['conflict', 'done']);
    expect(await amendments()).toHaveLength(1);
    expect(await propose({ version: 1 })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'amendment.fault.pending' }],
    });
  });

  test('signing while amending: every answer is of the text that was read', async () => {
    const { key, propose, amendments, answer } = await begin();
    const { editor, contact } = world.work();
    done(await propose());
    const outcomes = await Promise.all([
      answer('organisation', editor),
      answer('municipality', contact, { answer: 'declined', reason: 'Jo' }),
      propose({ version: 1, statement_sq: 'Tjetër' }),
      recordOn(key),
    ]);
    const [first, second] = await amendments();
    const declined = first?.answers.some((one) => one.answer === 'declined') ?? false;
    expect(declined).toBe(true);
    // The other proposal could only come in after the first was declined.
    expect(outcomes[2].kind === 'done').toBe(second !== undefined);
    expect(outcomes[3].kind).toBe('done');
    const again = await answer('organisation', editor);
    expect(second ? again.kind : 'refused').toBe(second ? 'done' : 'refused');
  });

  test('a side answers once', async () => {
    const { propose, amendments, answer } = await begin();
    const { editor, secondEditor } = world.work();
    done(await propose());
    await Promise.all([answer('organisation', editor), answer('organisation', secondEditor)]);
    expect((await amendments())[0]?.answers).toHaveLength(1);
    expect(await answer('organisation', editor, { answer: 'declined', reason: 'x' })).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'amendment.fault.answered' }],
    });
  });
});
