import type { SheetColumn } from '#server/spreadsheet/sheet.ts';

const none = { sq: '', en: '' };

function told(key: string, sq: string, en: string, hint: SheetColumn['hint']): SheetColumn {
  return { key, header: { sq, en }, hint, example: none, required: false };
}

const leave = { sq: 'Mos e ndryshoni.', en: 'Leave it as it is.' };

/** The columns of a coder's list: the first two say which coding a line is, and how it stood when it was taken out. */
export const codingColumns: readonly SheetColumn[] = [
  { ...told('task', 'Detyra', 'Task', leave), required: true },
  { ...told('version', 'Versioni', 'Version', leave), required: true },
  told('municipality', 'Bashkia', 'Municipality', leave),
  told('priority', 'Prioriteti', 'Priority', leave),
  told('component', 'Përbërësi', 'Component', leave),
  told('statement', 'Formulimi', 'Statement', leave),
  told('there', 'Dëshmitë që ka', 'Evidence there is', {
    sq: 'Shenja e secilës, klasa dhe çfarë tregon. Mos e ndryshoni.',
    en: 'The mark of each, its class and what it shows. Leave it as it is.',
  }),
  {
    ...told('given', 'Kodi', 'Code', {
      sq: 'Shenja e kodit në librin e kodeve, p.sh. partial. Bosh: ende i pakoduar.',
      en: 'The code as the codebook has it, e.g. partial. Empty: not coded yet.',
    }),
    required: true,
  },
  told('language', 'Gjuha', 'Language', {
    sq: 'sq ose en: gjuha e arsyetimit.',
    en: 'sq or en: the language of the rationale.',
  }),
  {
    ...told('rationale', 'Arsyetimi', 'Rationale', {
      sq: 'Pse ky kod, deri në 5000 shenja.',
      en: 'Why this code, up to 5000 characters.',
    }),
    required: true,
  },
  told('evidence', 'Dëshmitë ku mbështetet', 'Evidence relied on', {
    sq: 'Shenjat e tyre, të ndara me presje.',
    en: 'Their marks, separated by commas.',
  }),
  told('searches', 'Ku u kërkua', 'Where it was looked for', {
    sq: 'Një rresht për çdo vend: ku | kush u pyet | data (VVVV-MM-DD).',
    en: 'A line for each place: where | who was asked | date (YYYY-MM-DD).',
  }),
];
