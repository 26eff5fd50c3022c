import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { coverageOf } from './coverage.ts';
import { openTypeOf } from './woff.ts';

const { resolve } = createRequire(import.meta.url);

/** The faces of the design system, and one that has what they lack: Greek, Cyrillic, Arabic, Hebrew, signs. */
const faces = [
  {
    family: 'Atkinson Hyperlegible Next',
    slug: 'atkinson-hyperlegible-next',
    styles: ['400-normal', '400-italic', '700-normal'],
  },
  { family: 'Besley', slug: 'besley', styles: ['600-normal'] },
] as const;

/** The family under which templates find the rarer Latin letters of a face. */
export function aliasOf(family: string): string {
  return `${family.slice(0, -1)}2`;
}

export interface Fonts {
  files: Buffer[];
  /** Whether every template can set the character, in whatever face its text stands. */
  covers: (codePoint: number) => boolean;
}

/** Reads the fonts from their packages, so that a PDF is the same on every machine, whatever it has installed. */
export function loadFonts(): Fonts {
  const files = faces.flatMap(({ family, slug, styles }) =>
    styles.flatMap((style) => {
      const read = (subset: string) =>
        readFileSync(resolve(`@fontsource/${slug}/files/${slug}-${subset}-${style}.woff`));
      return [openTypeOf(read('latin')), openTypeOf(read('latin-ext'), { family, alias: aliasOf(family) })];
    }),
  );
  const last = readFileSync(resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));
  const covered = coverageOf(last);
  return { files: [...files, last], covers: (codePoint) => covered.has(codePoint) };
}
