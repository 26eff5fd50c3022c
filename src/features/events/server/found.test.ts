import { beforeAll, expect, test } from 'vitest';
import { saveTexts } from '#features/conclusions/server/after.ts';
import { writeFeed } from '#features/opendata/server/feeds.ts';
import { writeSitemap } from '#features/opendata/server/sitemap.ts';
import { search } from '#features/search/server/service.ts';
import { correctEvent, reopenEvent } from './corrections.ts';
import { findPlan } from './find-plan.ts';
import { saveItem } from './save-item.ts';
import { point, usePlanning, valueOf } from './planning.fixture.ts';
import { changePlan } from './plans.ts';
import { announceEvent, cancelEvent, publishEvent } from './stages.ts';

const { scene, command, planned, setNow } = usePlanning();
type Scene = ReturnType<typeof scene>;
let app: Scene['app'];
let editor: Scene['editor'];

beforeAll(() => {
  ({ app, editor } = scene());
});

async function found(q: string): Promise<string[]> {
  const { results } = await search(app, { q, language: 'sq' });
  return results.map(({ title }) => title.map(({ text }) => text).join(''));
}

test('what was announced is found, stands in the sitemap and in the feed; a draft in none of them', async () => {
  const key = await planned({ titleSq: 'Kuvendi i luleve' });
  valueOf(await saveItem(app, editor, key, { ...point, titleSq: 'Trëndafilat' }));
  const seen = async () => [
    (await found('trëndafilat')).length,
    (await writeSitemap(app)).includes(`/sq/events/${key}<`),
    (await writeFeed(app, 'sq')).includes('Kuvendi i luleve'),
  ];
  expect(await seen()).toEqual([0, false, false]);
  await announceEvent(app, editor, key);
  expect(await seen()).toEqual([1, true, true]);
});

test('called off, it is found as such', async () => {
  const key = await planned({ titleSq: 'Festivali i pranverës' });
  await announceEvent(app, editor, key);
  valueOf(await cancelEvent(app, editor, key, { reasonSq: 'Bora.', reasonEn: '' }));
  expect(await found('festivali')).toEqual(['[E anuluar] Festivali i pranverës']);
  expect(await writeFeed(app, 'sq')).toContain('E anuluar: Festivali i pranverës');
});

test('published, it is found once, by its minutes too; corrected, by what it says now', async () => {
  const key = await planned({ titleSq: 'Mbledhja e madhe' });
  await announceEvent(app, editor, key);
  const texts = { minutesEn: '', pressReleaseSq: '', pressReleaseEn: '', recordingUrl: '' };
  const version = async () => (await findPlan(app.db, key))?.version ?? 0;
  const minutes = { ...texts, minutesSq: 'U fol për **ujësjellësin**.' };
  valueOf(await saveTexts(app, editor, key, { ...minutes, version: await version() }));
  setNow('2027-05-13T08:00:00Z');
  await publishEvent(app, editor, key);
  expect(await found('ujësjellësin')).toEqual(['Mbledhja e madhe']);
  await reopenEvent(app, editor, key);
  const typed = command({ titleSq: 'Mbledhja e vogël', version: String(await version()) });
  valueOf(await changePlan(app, editor, key, typed));
  expect(await found('mbledhja')).toEqual(['Mbledhja e madhe']);
  valueOf(await correctEvent(app, editor, key, { reasonSq: 'Ishim pak.', reasonEn: '' }));
  expect(await found('mbledhja')).toEqual(['Mbledhja e vogël']);
  expect(await writeFeed(app, 'sq')).toContain('Korrigjim: Mbledhja e vogël');
});
