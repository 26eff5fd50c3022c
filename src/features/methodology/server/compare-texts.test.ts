import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocksOf } from './blocks.ts';
import { compareTexts } from './compare-texts.ts';

const older = `## Cikli\n\n1. **Dëgjojmë.** Në çdo njësi mbajmë takime.\n2. Përpilojmë nevojat.\n\n## Çfarë na lidh\n\nNuk mbështesim parti.`;

test('a text is read without the signs that it was written with', () => {
  expect(blocksOf('## Titulli\n\n- **Një** [lidhje](https://x.al)\n  - nën të\n\nFund *i* saj')).toEqual([
    { kind: 'heading', text: 'Titulli' },
    { kind: 'point', text: 'Një lidhje' },
    { kind: 'point', text: 'nën të' },
    { kind: 'paragraph', text: 'Fund i saj' },
  ]);
});

test('what changed stands under its heading, word by word, and what stayed does not', () => {
  const newer = older.replace('mbajmë takime', 'mbajmë tri takime');
  expect(compareTexts(older, newer)).toEqual([
    {
      heading: 'Cikli',
      blocks: [
        {
          kind: 'point',
          change: 'changed',
          stretches: [
            { kind: 'same', text: 'Dëgjojmë. Në çdo njësi mbajmë ' },
            { kind: 'added', text: 'tri ' },
            { kind: 'same', text: 'takime.' },
          ],
        },
      ],
    },
  ]);
});

test('a point that came and one that went are told whole, each at its place', () => {
  const newer = older.replace('2. Përpilojmë nevojat.', '2. Shkruajmë kontratën me radhë.');
  const [part] = compareTexts(older, newer);
  expect(part?.blocks.map(({ change, stretches }) => [change, stretches.map(({ text }) => text)])).toEqual([
    ['added', ['Shkruajmë kontratën me radhë.']],
    ['removed', ['Përpilojmë nevojat.']],
  ]);
});

test('nothing changed where only its signs did, and in every comparison the newer text can be read whole', () => {
  expect(compareTexts(older, older.replaceAll('**', '__'))).toEqual([]);
  const lines = fc.array(fc.constantFrom('## A', '## B', '- një dy', '- dy tre', 'katër pesë', 'gjashtë'), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(lines, lines, (one, other) => {
      const [before, after] = [one.join('\n\n'), other.join('\n\n')];
      const shown = compareTexts(before, after)
        .flatMap(({ blocks }) => blocks)
        .filter(({ change }) => change !== 'removed')
        .map(({ stretches }) =>
          stretches
            .filter(({ kind }) => kind !== 'removed')
            .map(({ text }) => text)
            .join(''),
        );
      const texts = blocksOf(after).map(({ text }) => text);
      expect(shown.every((text) => texts.includes(text))).toBe(true);
      expect(compareTexts(after, after)).toEqual([]);
    }),
  );
});
