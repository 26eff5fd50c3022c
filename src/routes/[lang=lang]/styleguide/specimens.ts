import type { Language } from '#i18n/languages.ts';
import type { Status, StatusCount } from '#ui/status/status.ts';

/** Invented content, only to show the components with: no real place, person or promise. */
export interface Specimen {
  municipality: string;
  county: string;
  statement: string;
  status: Status;
  priorities: number;
}

const words = {
  sq: {
    title: 'Çfarë i premtoi Bashkia e Shpikur banorëve dhe çfarë bëri',
    lede: 'Faqe provë: çdo përbërës i ndërfaqes në çdo gjendje, me përmbajtje të shpikur.',
    statements: [
      'Ndriçim i rrugës kryesore në çdo lagje',
      'Ujësjellës i ri për njësinë administrative',
      'Qendër ditore për të moshuarit, e hapur çdo ditë pune',
      'Këshillim publik për buxhetin vjetor',
      'Rrjet kanalesh vaditëse të pastruara',
      'Transport publik deri në fshatrat më të largëta',
    ],
    county: 'Qarku',
  },
  en: {
    title: 'What the Invented Municipality promised its residents, and what it did',
    lede: 'A test page: every component of the interface in every state, with invented content.',
    statements: [
      'Lighting of the main street in every quarter',
      'A new water main for the administrative unit',
      'A day centre for the elderly, open every working day',
      'Public consultation on the yearly budget',
      'Irrigation canals cleaned',
      'Public transport to the farthest villages',
    ],
    county: 'County',
  },
} as const;

export function specimensIn(language: Language) {
  const text = words[language];
  const states: Status[] = ['fully', 'partly', 'not', 'no-data', 'not-assessed', 'not-assessable'];
  const rows: Specimen[] = states.map((status, index) => ({
    municipality: `Çelëz ${index + 1}`,
    county: `${text.county} ${(index % 2) + 1}`,
    statement: text.statements[index] ?? '',
    status,
    priorities: 4 + index * 1_037,
  }));
  return { ...text, rows };
}

export function countsOf(
  fully: number,
  partly: number,
  not: number,
  noData = 0,
  notAssessed = 0,
): StatusCount[] {
  return [
    { status: 'fully', count: fully },
    { status: 'partly', count: partly },
    { status: 'not', count: not },
    { status: 'no-data', count: noData },
    { status: 'not-assessed', count: notAssessed },
  ];
}
