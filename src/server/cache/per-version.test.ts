import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { createApp, type App } from '../app.ts';
import { readConfig } from '../config.ts';
import { perVersion, RecordVersion } from './per-version.ts';

const database = useDatabase();

function appAt(version?: string): App {
  const app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database());
  return version === undefined ? app : { ...app, version: RecordVersion.named(version) };
}

function counting() {
  let reads = 0;
  const read = perVersion(async (_app, ...args: (string | undefined)[]) => {
    reads += 1;
    if (args[0] === 'broken' && reads === 1) throw new Error('away');
    return `${args.join()}#${reads}`;
  });
  return { read, reads: () => reads };
}

test('pages of one version read once, each argument for itself, even while the first still reads', async () => {
  const { read } = counting();
  const [first, second] = [appAt('1'), appAt('1')];
  const answers = [read(first, 'a'), read(second, 'a'), read(first, 'b'), read(second, undefined, 'a')];
  expect(await Promise.all(answers)).toEqual(['a#1', 'a#1', 'b#2', ',a#3']);
});

test('the next version is read anew', async () => {
  const { read } = counting();
  expect([await read(appAt('1')), await read(appAt('2')), await read(appAt('1'))]).toEqual([
    '#1',
    '#2',
    '#3',
  ]);
});

test('where no version is given, each reading is a new one', async () => {
  const { read, reads } = counting();
  await read(appAt());
  await read(appAt());
  expect(reads()).toBe(2);
});

test('what failed is asked again', async () => {
  const { read } = counting();
  const app = appAt('1');
  await expect(read(app, 'broken')).rejects.toThrow('away');
  expect(await read(app, 'broken')).toBe('broken#2');
});

test('made-up arguments do not fill the memory: beyond a number they are read each time', async () => {
  const { read, reads } = counting();
  const app = appAt('1');
  for (let index = 0; index < 300; index += 1) await read(app, `made-up-${index}`);
  await read(app, 'made-up-0');
  expect(reads()).toBe(300);
  await read(app, 'made-up-299');
  expect(reads()).toBe(301);
});
