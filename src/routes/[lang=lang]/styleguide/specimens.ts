import type { Language } from '#i18n/languages.ts';
import { albania } from '#ui/charts/albania-places.ts';
import type { GridCell, GridRow } from '#ui/charts/status-grid.ts';
import type { StripPoint } from '#ui/charts/strip.ts';
import type { MapPlace } from '#ui/charts/tiles.ts';
import { statuses, type Status, type StatusCount } from '#ui/status/status.ts';

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

/** Invented shares that look like those of a country. */
export function spreadOf(count: number, seed: number): StripPoint[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `s${index}`,
    label: `Çelëz ${index + 1}`,
    percent: Math.round(((index * 37 * seed + 13) % 101) * 0.6 + ((index * 17) % 41)),
  }));
}

export function gridOf(language: Language): GridRow[] {
  const { rows } = specimensIn(language);
  const rounds = ['2019', '2020', '2021', '2022'];
  const shares: GridRow[] = [1, 2, 3].map((number) => ({
    key: `share-${number}`,
    label: `Çelëz ${number}`,
    href: '#grid',
    cells: rounds.map((round, index): GridCell => {
      if (number === 3 && index > 1) return { kind: 'empty', label: '–' };
      const done = (number + index) % 5;
      return {
        kind: 'share',
        counts: countsOf(done, 3, 9 - done),
        text: `${done + 3}/12`,
        label: `${done + 3} / 12 (${round})`,
        href: '#grid',
      };
    }),
  }));
  const states: GridRow[] = rows.map((row, index) => ({
    key: row.status,
    label: row.statement,
    cells: rounds.map((_, round): GridCell => {
      const status = statuses[(index + round) % statuses.length] ?? 'not';
      return { kind: 'status', status, href: '#grid' };
    }),
  }));
  return [...shares, ...states];
}

/** Real coordinates, since the layout is what is shown; the figures are invented and the names are left out. */
export function placesOf(withData: number, words: string): MapPlace[] {
  return albania.map(({ id, x, y }, index) => {
    if ((index * 7) % 61 >= withData) return { id, name: id, x, y, description: '–' };
    const fully = (index * 5) % 7;
    const partly = (index * 3) % (13 - fully);
    const percent = Math.round(((fully + partly) / 12) * 100);
    const description = `${words} ${fully + partly}/12`;
    const waiting = index % 13 === 5;
    return {
      id,
      name: id,
      x,
      y,
      href: '#map',
      description,
      counts: waiting ? countsOf(0, 0, 0, 0, 12) : countsOf(fully, partly, 12 - fully - partly),
      ...(waiting ? {} : { percent }),
    };
  });
}
