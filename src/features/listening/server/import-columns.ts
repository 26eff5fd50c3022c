import type { SheetColumn } from '#server/spreadsheet/sheet.ts';

const none = { sq: '', en: '' };

/** The columns of the template of needs: one need a line. */
export const needColumns: readonly SheetColumn[] = [
  {
    key: 'statement',
    header: { sq: 'Nevoja', en: 'Need' },
    hint: {
      sq: 'Me fjalët e banorëve, deri në 1000 shenja. Pa emra e numra telefoni.',
      en: 'In residents’ words, up to 1000 characters. Without names and telephone numbers.',
    },
    example: { sq: 'Rruga e shkollës nuk ka ndriçim', en: 'The road to the school has no light' },
    required: true,
  },
  {
    key: 'translation',
    header: { sq: 'Përkthimi', en: 'Translation' },
    hint: {
      sq: 'E njëjta në gjuhën tjetër, nëse ka.',
      en: 'The same in the other language, if there is one.',
    },
    example: none,
    required: false,
  },
  {
    key: 'field',
    header: { sq: 'Fusha', en: 'Field' },
    hint: { sq: 'Emri i fushës, ose fillimi i tij.', en: 'The name of the field, or its beginning.' },
    example: { sq: 'Infrastruktura', en: 'Infrastructure' },
    required: false,
  },
  {
    key: 'unit',
    header: { sq: 'Njësia administrative', en: 'Administrative unit' },
    hint: { sq: 'Bosh: njësia e takimit.', en: 'Empty: the unit of the session.' },
    example: none,
    required: false,
  },
  {
    key: 'place',
    header: { sq: 'Lagjja a fshati', en: 'Neighbourhood or village' },
    hint: { sq: 'Vendi më afër, nëse u tha.', en: 'The nearer place, if it was said.' },
    example: none,
    required: false,
  },
  {
    key: 'speaker',
    header: { sq: 'Kush foli', en: 'Who spoke' },
    hint: { sq: 'Ç’njeri, jo emri.', en: 'What kind of person, not the name.' },
    example: { sq: 'fermer', en: 'farmer' },
    required: false,
  },
  {
    key: 'language',
    header: { sq: 'Gjuha', en: 'Language' },
    hint: { sq: 'Shenja e gjuhës; bosh: sq.', en: 'The code of the language; empty: sq.' },
    example: { sq: 'sq', en: 'sq' },
    required: false,
  },
];

/** The columns of the template of participants: a count a line. */
export const participantColumns: readonly SheetColumn[] = [
  {
    key: 'sex',
    header: { sq: 'Gjinia', en: 'Sex' },
    hint: {
      sq: 'gra, burra ose pa thënë. Bosh te rreshtat e grupeve.',
      en: 'women, men or not stated. Empty in lines of groups.',
    },
    example: { sq: 'gra', en: 'women' },
    required: true,
  },
  {
    key: 'age',
    header: { sq: 'Mosha', en: 'Age' },
    hint: {
      sq: 'nën 18 vjeç, 18–29, 30–44, 45–64, 65 e sipër, pa thënë.',
      en: 'under 18, 18–29, 30–44, 45–64, 65 and over, not stated.',
    },
    example: { sq: '30–44', en: '30–44' },
    required: true,
  },
  {
    key: 'group',
    header: { sq: 'Grupi', en: 'Group' },
    hint: { sq: 'Vetëm te rreshtat e grupeve, p.sh. fermerë.', en: 'Only in lines of groups, e.g. farmers.' },
    example: none,
    required: false,
  },
  {
    key: 'people',
    header: { sq: 'Sa veta', en: 'How many' },
    hint: { sq: 'Numër i plotë.', en: 'A whole number.' },
    example: { sq: '7', en: '7' },
    required: true,
  },
];
