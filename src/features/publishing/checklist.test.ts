import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pop2 } from '#features/monitoring/codebooks.fixture.ts';
import { stages } from '#features/rounds/stage.ts';
import type { AssessedPriority } from './assessed.ts';
import { liveStatus } from './assessed.ts';
import { checkPublication, missingOf, untranslated } from './checklist.ts';

function component(code: string | null, index: number) {
  return {
    taskId: '',
    id: `c${index}`,
    key: `c${index}`,
    position: index + 1,
    statement: {},
    due: null,
    code,
    rationale: {},
  };
}

function priority(codes: readonly (string | null)[], rationale = { sq: 'Pse', en: 'Why' }): AssessedPriority {
  const beside = { late: false, reversed: false, blockedBy: null, version: 1 };
  return {
    id: 'p',
    key: 'p',
    position: 1,
    statement: {},
    components: codes.map(component),
    written: { rationale, ...beside },
  };
}

const whole = {
  stage: 'reading' as const,
  priorities: [priority(['complete', 'none'])],
  codebook: pop2,
  binding: 'sq' as const,
  isReplyRead: true,
  openEvidence: 0,
};
const kindsOf = (given: Partial<typeof whole>) =>
  checkPublication({ ...whole, ...given }).map(({ kind }) => kind);

describe('the checklist', () => {
  test('is whole where nothing is missing', () => {
    expect(kindsOf({})).toEqual([]);
  });

  test('names each thing that is missing', () => {
    expect(kindsOf({ openEvidence: 2 })).toEqual(['evidence-open']);
    expect(kindsOf({ isReplyRead: false })).toEqual(['reply-unread']);
    expect(kindsOf({ priorities: [] })).toEqual(['nothing-coded']);
    expect(kindsOf({ priorities: [priority([null, 'none'])] })).toEqual(['code-open']);
    expect(kindsOf({ priorities: [priority(['brilliant'])] })).toEqual(['no-status']);
    expect(kindsOf({ priorities: [{ ...priority(['none']), written: null }] })).toEqual([
      'rationale-missing',
    ]);
  });

  test('waits for the reading of the reply', () => {
    for (const stage of stages) {
      const found = checkPublication({ ...whole, stage });
      expect(found.some(({ kind }) => kind === 'not-read')).toBe(stage !== 'reading');
    }
  });

  test('passes over a priority of which nothing is coded: it stays not assessed', () => {
    expect(kindsOf({ priorities: [priority(['none']), { ...priority([]), written: null }] })).toEqual([]);
  });

  test('asks for a rationale in the language that binds, and tells of the other without stopping', () => {
    const inEnglish = priority(['none'], { sq: '', en: 'Why' });
    const inAlbanian = priority(['none'], { sq: 'Pse', en: '' });
    expect(missingOf({ ...whole, priorities: [inEnglish] }).map(({ kind }) => kind)).toEqual([
      'rationale-missing',
    ]);
    expect(missingOf({ ...whole, priorities: [inAlbanian] })).toEqual([]);
    expect(untranslated({ ...whole, priorities: [inAlbanian] })).toEqual([1]);
  });

  test('whatever passes has a status for every coded priority', () => {
    const anyCode = fc.option(fc.constantFrom(...pop2.codes, 'brilliant'));
    fc.assert(
      fc.property(fc.array(fc.array(anyCode, { maxLength: 3 }), { maxLength: 4 }), (all) => {
        const priorities = all.map((codes) => priority(codes));
        if (missingOf({ ...whole, priorities }).length > 0) return;
        const live = priorities.map(({ components }) => liveStatus(components, pop2).kind);
        expect(live.every((kind) => kind === 'derived' || kind === 'not-coded')).toBe(true);
        expect(live).toContain('derived');
      }),
    );
  });
});
