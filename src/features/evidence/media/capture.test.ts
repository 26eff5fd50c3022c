import { expect, test } from 'vitest';
import { captureStateOf, mayAskAgain } from './capture.ts';

const failed = { state: 'failed', why: 'gone', tries: 1, triedAt: null } as const;
const waiting = { state: 'waiting', why: '', tries: 0, triedAt: null } as const;
const kept = { at: '2028-01-01T10:00:00.000Z', sha256: 'a'.repeat(64) };

test.each([
  [
    'a copy that is there is kept, whatever was noted and set since',
    { isOn: false, kept, noted: failed },
    'kept',
  ],
  ['where it is off, none is waited for', { isOn: false, kept: null, noted: waiting }, 'off'],
  ['what nobody asked for is none', { isOn: true, kept: null, noted: undefined }, 'none'],
  [
    'a copy of another address is none',
    { isOn: true, kept: null, noted: { ...failed, state: 'kept' } },
    'none',
  ],
  ['what is asked for is waited for', { isOn: true, kept: null, noted: waiting }, 'waiting'],
  ['what failed says so', { isOn: true, kept: null, noted: failed }, 'failed'],
] as const)('%s', (_, given, kind) => {
  expect(captureStateOf(given).kind).toBe(kind);
});

test.each([
  [{ kind: 'off' }, false],
  [{ kind: 'none' }, true],
  [{ kind: 'waiting', tries: 0, why: '', triedAt: null }, false],
  [{ kind: 'waiting', tries: 1, why: 'time', triedAt: null }, true],
  [{ kind: 'failed', tries: 5, why: 'time', triedAt: null }, true],
  [{ kind: 'kept', at: kept.at, sha256: kept.sha256 }, false],
] as const)('of %o it can be asked again: %s', (state, expected) => {
  expect(mayAskAgain(state)).toBe(expected);
});
