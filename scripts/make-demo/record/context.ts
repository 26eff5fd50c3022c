import type { Pair } from '../text.ts';

export interface PeriodPlan {
  key: string;
  kind: 'challenge' | 'disaster' | 'epidemic' | 'crisis';
  /** Left out: everywhere. */
  municipalities?: readonly string[];
  starts: string;
  ends?: string;
  lasts?: 'at-least' | 'ongoing' | 'unknown';
  title: Pair;
  summary: Pair;
  published: string;
}

export const periods: readonly PeriodPlan[] = [
  {
    key: 'pandemia-2020',
    kind: 'epidemic',
    starts: '2020-03',
    ends: '2021-06',
    lasts: 'at-least',
    title: ['Pandemia', 'The pandemic'],
    summary: [
      'Takimet u bënë në internet ose u shtynë; bashkitë kaluan një pjesë të buxhetit te ndihma.',
      'Meetings moved online or were put off; town halls moved part of their budgets to relief.',
    ],
    published: '2020-12-10',
  },
  {
    key: 'permbytjet-2021',
    kind: 'disaster',
    municipalities: ['Bregdritë', 'Kripalë', 'Ullimarë', 'Valëdet'],
    starts: '2021-01',
    ends: '2021-01',
    title: ['Përmbytjet e janarit në bregdet', 'January floods on the coast'],
    summary: [
      'Fondet e disa bashkive u zhvendosën për emergjencën; vlerësimet e atij viti e shënojnë.',
      "Several municipalities moved funds to the emergency; that year's assessments note it.",
    ],
    published: '2021-12-14',
  },
  {
    key: 'te-dhena-me-vonese',
    kind: 'challenge',
    starts: '2022-01',
    ends: '2022-12',
    title: ['Përgjigje me vonesë nga zyrat e informimit', 'Information offices answered late'],
    summary: [
      'Shumica e kërkesave për informim morën përgjigje pas afatit; disa prioritete mbetën pa të dhëna atë vit.',
      'Most requests for information were answered after the deadline; some priorities stayed without data that year.',
    ],
    published: '2022-12-08',
  },
  {
    key: 'era-e-janarit-2026',
    kind: 'disaster',
    municipalities: ['Kreshmirë', 'Gurëvalë', 'Borëmal', 'Ujëkthjellë'],
    starts: '2026-01-11',
    ends: '2026-01-13',
    title: ['Era e fortë e janarit', 'The January windstorm'],
    summary: [
      'Dëmtoi çati shkollash në katër bashki malore; vlerësimet e vitit e kanë parasysh.',
      "It damaged school roofs in four mountain municipalities; the year's assessments bear it in mind.",
    ],
    published: '2026-02-02',
  },
];
