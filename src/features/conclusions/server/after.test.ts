import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { addEventOf, addGathering, addPlanConclusion } from '#testing/factories-gatherings.ts';
import { conclusionForm, textsForm } from '../schema.ts';
import { useAfter, valueOf } from './after.fixture.ts';
import { saveTexts, showAfter } from './after.ts';
import { addPhoto, removePhoto, withdrawPhoto } from './photos.ts';
import { publishMore } from './publish-more.ts';
import { removeConclusion, saveConclusion } from './written.ts';

const scene = useAfter();

function textsOf(given: Record<string, string> = {}) {
  return textsForm.parse({ version: '1', ...given });
}

function conclusionOf(given: Record<string, string> = {}) {
  return conclusionForm.parse({ statementSq: 'Vazhdojmë.', ...given });
}

describe('what comes after a gathering', () => {
  test('is written by who runs it; nobody else is told that there is any', async () => {
    const { app, place, stranger, facilitator } = scene();
    const { key } = await addGathering(app.db, place);
    for (const actor of [nobody, stranger]) {
      await expect(showAfter(app, actor, key)).rejects.toThrow('not-found');
      await expect(saveTexts(app, actor, key, textsOf())).rejects.toThrow('not-found');
      await expect(
        saveConclusion(app, actor, key, { id: undefined, command: conclusionOf() }),
      ).rejects.toThrow('not-found');
    }
    await expect(publishMore(app, facilitator, key)).rejects.toThrow('forbidden');
  });

  test('is saved by one of two at once; the other sees what was saved', async () => {
    const { app, place, facilitator } = scene();
    const { key } = await addGathering(app.db, place);
    valueOf(await saveTexts(app, facilitator, key, textsOf({ minutesSq: 'U fol.' })));
    expect(await saveTexts(app, facilitator, key, textsOf({ minutesSq: 'Tjetër' }))).toMatchObject({
      kind: 'conflict',
      theirs: { minutesSq: 'U fol.' },
    });
  });

  test('names a recording by a safe address alone', () => {
    for (const address of ['http://a.example.org', 'javascript:alert(1)', 'https://u@a.example.org', 'a b']) {
      expect(textsForm.safeParse({ version: '1', recordingUrl: address }).success).toBe(false);
    }
    expect(textsForm.safeParse({ version: '1', recordingUrl: 'https://a.example.org/x' }).success).toBe(true);
  });

  test('once public stays; what is new can be added by who publishes', async () => {
    const { app, place, editor } = scene();
    const plan = await addGathering(app.db, place);
    const { key } = plan;
    await addPlanConclusion(app.db, plan.id);
    await addEventOf(app.db, plan);
    expect((await showAfter(app, editor, key)).hasNew).toBe(true);
    valueOf(await saveTexts(app, editor, key, textsOf({ minutesSq: 'U fol.' })));
    valueOf(await publishMore(app, editor, key));
    const { hasNew, conclusions } = await showAfter(app, editor, key);
    expect(hasNew).toBe(false);
    const [first] = conclusions;
    expect(await saveTexts(app, editor, key, textsOf({ version: '2', minutesSq: 'Tjetër' }))).toMatchObject({
      faults: [{ field: 'minutesSq', key: 'after.fault.published' }],
    });
    expect(
      await saveConclusion(app, editor, key, { id: first?.id, command: conclusionOf({ version: '1' }) }),
    ).toMatchObject({ faults: [{ key: 'after.fault.published' }] });
    await expect(removeConclusion(app, editor, key, first?.id ?? '')).rejects.toThrow('conflict');
  });

  test('due dates are those of a year, month or day that exists', () => {
    const isGood = (dueOn: string) => conclusionForm.safeParse({ statementSq: 'x', dueOn }).success;
    expect(['', '2027', '2027-02', '2027-02-28'].map(isGood)).toEqual([true, true, true, true]);
    expect(['27', '2027-13', '2027-02-30', 'mars', '0000'].map(isGood)).toEqual(Array(5).fill(false));
  });
});

describe('a photograph', () => {
  const picture = (colour: string) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
  const words = {
    altSq: 'Salla',
    altEn: 'The hall',
    credit: 'A. Hoxha',
    consent: 'given' as const,
    consentNote: '',
  };

  test('is taken in once, removed before it is public, and withdrawn after', async () => {
    const { app, place, editor, facilitator } = scene();
    const plan = await addGathering(app.db, place);
    const { key } = plan;
    const bytes = [await picture('red')];
    valueOf(await addPhoto(app, facilitator, key, { ...words, bytes }));
    valueOf(await addPhoto(app, facilitator, key, { ...words, bytes }));
    const photos = async () => (await showAfter(app, editor, key)).photos;
    const [first] = await photos();
    expect(await photos()).toHaveLength(1);
    valueOf(await removePhoto(app, facilitator, key, first?.id ?? ''));
    expect(await photos()).toEqual([]);
    valueOf(await addPhoto(app, facilitator, key, { ...words, bytes: [await picture('blue')] }));
    await addEventOf(app.db, plan);
    valueOf(await publishMore(app, editor, key));
    const [shown] = await photos();
    await expect(removePhoto(app, facilitator, key, shown?.id ?? '')).rejects.toThrow('conflict');
    await expect(withdrawPhoto(app, facilitator, key, shown?.id ?? '')).rejects.toThrow('forbidden');
    valueOf(await withdrawPhoto(app, editor, key, shown?.id ?? ''));
    valueOf(await withdrawPhoto(app, editor, key, shown?.id ?? ''));
    expect(await photos()).toMatchObject([{ consent: 'not-given', withdrawnOn: '2027-06-01' }]);
    const open = await app.db
      .selectFrom('public_copy')
      .select('copy_sha256')
      .where('copy_sha256', '=', shown?.copySha256 ?? '')
      .execute();
    expect(open).toEqual([]);
  });

  test('that is none is refused at its field', async () => {
    const { app, place, facilitator } = scene();
    const { key } = await addGathering(app.db, place);
    expect(
      await addPhoto(app, facilitator, key, { ...words, bytes: [Buffer.from('no picture')] }),
    ).toMatchObject({ faults: [{ field: 'photo', key: 'listening.photo.type-not-accepted' }] });
  });
});
