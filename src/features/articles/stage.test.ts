import { expect, test } from 'vitest';
import { hasReviewed, isChangedSince, stageOf } from './stage.ts';

const written = {
  contentVersion: 1,
  handedInVersion: null,
  reviewedVersion: null,
  publishedVersion: null,
  publishAt: null,
};

test('an article goes from draft to public step by step', () => {
  expect(stageOf(written)).toBe('draft');
  const handedIn = { ...written, handedInVersion: 1 };
  expect(stageOf(handedIn)).toBe('handed-in');
  const reviewed = { ...handedIn, reviewedVersion: 1 };
  expect(stageOf(reviewed)).toBe('reviewed');
  expect(stageOf({ ...reviewed, publishAt: new Date(0) })).toBe('scheduled');
  expect(stageOf({ ...reviewed, publishedVersion: 1 })).toBe('published');
});

test('what is written after it was handed in has to be handed in again', () => {
  expect(stageOf({ ...written, contentVersion: 2, handedInVersion: 1 })).toBe('draft');
});

test('what is written after the review is not what goes out', () => {
  const since = { ...written, contentVersion: 2, handedInVersion: 1, reviewedVersion: 1 };
  expect([hasReviewed(since), isChangedSince(since)]).toEqual([true, true]);
  const out = { ...since, publishedVersion: 1 };
  expect([hasReviewed(out), isChangedSince(out)]).toEqual([false, false]);
  expect(stageOf(out)).toBe('draft');
});
