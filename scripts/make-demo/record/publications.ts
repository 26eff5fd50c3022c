import type { Pair } from '../text.ts';

export interface PublicationPlan {
  key: string;
  kind: 'report' | 'analysis' | 'manual' | 'contract' | 'conference' | 'other';
  municipality?: string;
  round?: string;
  /** Without one, the coordinator published it. */
  by?: 'watcher';
  on: string;
  title: Pair;
  summary: Pair;
  language: 'sq' | 'en';
  authors?: readonly string[];
  subjects?: readonly string[];
  pages?: number;
}

const yearly: readonly (readonly [round: string, on: string, sq: string, en: string])[] = [
  ['2019-2020', '2020-12-10', 'Raporti i parë i monitorimit', 'First monitoring report'],
  ['2020-2021', '2021-12-14', 'Raporti i dytë i monitorimit', 'Second monitoring report'],
  ['2021-2022', '2022-12-08', 'Raporti i tretë i monitorimit', 'Third monitoring report'],
  ['2022-2023', '2024-02-20', 'Raporti i katërt i monitorimit', 'Fourth monitoring report'],
  ['2023-2024', '2025-01-23', 'Raporti i parë i mandatit të dytë', 'First report of the second mandate'],
  ['2024-2025', '2026-01-29', 'Raporti i dytë i mandatit të dytë', 'Second report of the second mandate'],
];

export const publications: readonly PublicationPlan[] = [
  ...yearly.map(([round, on, sq, en]): PublicationPlan => ({
    key: `raporti-${round}`,
    kind: 'report',
    round,
    on,
    title: [`${sq}, ${round}`, `${en}, ${round}`],
    summary: [
      'Gjendja e çdo prioriteti, dëshmitë kryesore dhe përgjigjet e bashkive.',
      'The status of every priority, the main evidence and the replies of the municipalities.',
    ],
    language: 'sq',
  })),
  {
    key: 'raporti-luginze-2024-2025',
    kind: 'report',
    municipality: 'Luginzë',
    round: '2024-2025',
    by: 'watcher',
    on: '2026-01-29',
    title: ['Luginzë: raporti i vitit 2024-2025', 'Luginzë: report for 2024-2025'],
    summary: [
      'Raporti i plotë i bashkisë, me dëshmitë për çdo përbërës.',
      'The full report of the municipality, with the evidence on each component.',
    ],
    language: 'sq',
  },
  {
    key: 'raporti-bregdrite-2024-2025',
    kind: 'report',
    municipality: 'Bregdritë',
    round: '2024-2025',
    by: 'watcher',
    on: '2026-02-05',
    title: ['Bregdritë: raporti i vitit 2024-2025', 'Bregdritë: report for 2024-2025'],
    summary: ['Me hartën e prioriteteve sipas njësive.', 'With a map of the priorities by unit.'],
    language: 'sq',
  },
  {
    key: 'doracaku-i-monitoruesit',
    authors: ['Qendra "Fjala e Mbajtur"'],
    subjects: ['monitorimi', 'dëshmitë', 'mbrojtja e burimeve'],
    pages: 96,
    kind: 'manual',
    on: '2024-09',
    title: ['Doracaku i monitoruesit', "The monitor's handbook"],
    summary: [
      'Si mblidhet dëshmia, si kodohen përbërësit, si mbrohen njerëzit që flasin.',
      'How to gather evidence, how to code components, how to protect the people who speak.',
    ],
    language: 'sq',
  },
  {
    key: 'udhezues-takimi-degjimi',
    authors: ['Qendra "Fjala e Mbajtur"'],
    subjects: ['takimet e dëgjimit', 'pjesëmarrja'],
    pages: 40,
    kind: 'manual',
    on: '2023-01',
    title: ['Udhëzues për takimet e dëgjimit', 'Guide to listening sessions'],
    summary: [
      'Karta, radha e pyetjeve dhe numërimi i pjesëmarrësve.',
      'The card, the order of questions and the count of participants.',
    ],
    language: 'sq',
  },
  {
    key: 'analize-prokurimet-2025',
    authors: ['Qendra "Fjala e Mbajtur"'],
    subjects: ['prokurimi publik', 'buxheti'],
    pages: 52,
    kind: 'analysis',
    on: '2025-11',
    title: [
      'Pse vonohen premtimet: prokurimet e dymbëdhjetë bashkive',
      'Why promises run late: procurement in twelve municipalities',
    ],
    summary: [
      'Nga plani i prokurimit te fatura e fundit: ku humbet koha.',
      'From the procurement plan to the last invoice: where time is lost.',
    ],
    language: 'sq',
  },
  {
    key: 'analize-rinia-ne-buxhet-2026',
    subjects: ['rinia', 'buxheti'],
    pages: 34,
    kind: 'analysis',
    on: '2026-05',
    title: ['Rinia në buxhetet vendore', 'Youth in local budgets'],
    summary: [
      'Sa para planifikohen për rininë, sa shpenzohen dhe kush vendos.',
      'How much is planned for youth, how much is spent and who decides.',
    ],
    language: 'en',
  },
  {
    key: 'kontrata-luginze-2023',
    kind: 'contract',
    municipality: 'Luginzë',
    by: 'watcher',
    on: '2023-12-06',
    title: ['Kontrata Sociale e Luginzës 2023-2027', 'Social Contract of Luginzë 2023-2027'],
    summary: [
      'Teksti i nënshkruar, me prioritetet dhe përbërësit.',
      'The signed text, with priorities and components.',
    ],
    language: 'sq',
  },
  {
    key: 'kontrata-vreshtale-2023',
    kind: 'contract',
    municipality: 'Vreshtalë',
    by: 'watcher',
    on: '2023-10-19',
    title: ['Kontrata Sociale e Vreshtalës 2023-2027', 'Social Contract of Vreshtalë 2023-2027'],
    summary: ['Teksti i nënshkruar.', 'The signed text.'],
    language: 'sq',
  },
  {
    key: 'akte-konferenca-2020',
    kind: 'conference',
    on: '2021-01',
    title: ['Aktet e konferencës "Fjala e dhënë"', 'Proceedings of the conference "A Word Given"'],
    summary: [
      'Fjalimet, diskutimet dhe katër përfundimet.',
      'Speeches, discussion and the four conclusions.',
    ],
    language: 'sq',
  },
  {
    key: 'akte-konferenca-2026',
    kind: 'conference',
    on: '2026-04',
    title: [
      'Aktet e konferencës "Ku mbeti fjala?"',
      'Proceedings of the conference "Where Did the Word Go?"',
    ],
    summary: ['Dy ditë, tetë përvoja, pesë përfundime.', 'Two days, eight experiences, five conclusions.'],
    language: 'sq',
  },
  {
    key: 'pop-per-banoret',
    kind: 'other',
    on: '2025',
    title: ['Kontrata Sociale në dy faqe', 'The Social Contract in two pages'],
    summary: [
      'Fletë për banorët: si lind një prioritet dhe si ndiqet.',
      'A leaflet for residents: how a priority is born and followed.',
    ],
    language: 'sq',
  },
];
