import type { Land } from '../themes/theme.ts';

export interface UnitPlan {
  name: string;
  /** People counted in 2023. */
  people: number;
}

export interface MunicipalityPlan {
  name: string;
  county: string;
  land: Land;
  /** Out in the open sea, where no town can be: the tile map only needs how they lie to one another. */
  longitude: number;
  latitude: number;
  area: number;
  /** First year of the first contract. */
  joined: 2019 | 2021;
  /** How readily this town hall keeps its word, 0..1. */
  diligence: number;
  units: readonly UnitPlan[];
}

/** Counties of the invented land, by the name of their seat. */
export const counties: readonly { name: string; code: string }[] = [
  { name: 'Kreshmirë', code: 'X1' },
  { name: 'Luginzë', code: 'X2' },
  { name: 'Bregdritë', code: 'X3' },
];

function units(list: string): UnitPlan[] {
  return list.split(', ').map((entry) => {
    const [name = '', people = ''] = entry.split(' ');
    return { name, people: Number(people) };
  });
}

/** The first unit of each is its town. All names are made of Albanian words; none is a place. */
export const municipalities: readonly MunicipalityPlan[] = [
  {
    name: 'Kreshmirë',
    county: 'Kreshmirë',
    land: 'mountain',
    longitude: 17.96,
    latitude: 41.92,
    area: 612.4,
    joined: 2019,
    diligence: 0.5,
    units: units(
      'Kreshmirë 18420, Qafëlirë 2140, Bjeshkalë 1630, Lisgjatë 2890, Kroikuq 1475, Shpellmirë 1210, Gurrëlartë 980',
    ),
  },
  {
    name: 'Gurëvalë',
    county: 'Kreshmirë',
    land: 'mountain',
    longitude: 18.28,
    latitude: 41.93,
    area: 438.1,
    joined: 2019,
    diligence: 0.35,
    units: units('Gurëvalë 7350, Rrasamirë 1820, Pllajëgurë 1340, Stanvjetër 890'),
  },
  {
    name: 'Borëmal',
    county: 'Kreshmirë',
    land: 'mountain',
    longitude: 18.6,
    latitude: 41.91,
    area: 705.8,
    joined: 2019,
    diligence: 0.3,
    units: units('Borëmal 5210, Ahëthellë 1260, Dimërishtë 940, Pishëkreshtë 1105'),
  },
  {
    name: 'Ujëkthjellë',
    county: 'Luginzë',
    land: 'valley',
    longitude: 17.64,
    latitude: 41.69,
    area: 289.5,
    joined: 2019,
    diligence: 0.62,
    units: units('Ujëkthjellë 12680, Krojnajë 2480, Liqenalë 1960, Mullimirë 3120, Urëdrunjtë 1540'),
  },
  {
    name: 'Luginzë',
    county: 'Luginzë',
    land: 'valley',
    longitude: 17.96,
    latitude: 41.68,
    area: 364.9,
    joined: 2019,
    diligence: 0.55,
    units: units(
      'Luginzë 46850, Lëndinalë 5230, Shelgjalë 3910, Pleprenë 2760, Kodërvreshtë 4180, Fushëdritë 6340, Dardhemirë 1890, Arrëplakë 1370',
    ),
  },
  {
    name: 'Vreshtalë',
    county: 'Luginzë',
    land: 'valley',
    longitude: 18.28,
    latitude: 41.69,
    area: 241.7,
    joined: 2019,
    diligence: 0.68,
    units: units('Vreshtalë 14310, Rrushnajë 3850, Bistakas 2270, Kodërdiell 1980, Hardhinjë 2610'),
  },
  {
    name: 'Arëgjatë',
    county: 'Luginzë',
    land: 'valley',
    longitude: 18.6,
    latitude: 41.67,
    area: 318.2,
    joined: 2021,
    diligence: 0.48,
    units: units('Arëgjatë 16740, Kallinjas 4020, Misërajë 3350, Bujkas 2880, Lëmëmadh 2140, Grurartë 1760'),
  },
  {
    name: 'Urëzall',
    county: 'Bregdritë',
    land: 'valley',
    longitude: 18.6,
    latitude: 41.45,
    area: 176.3,
    joined: 2019,
    diligence: 0.4,
    units: units('Urëzall 9630, Zallgjerë 2350, Lumëlirë 3180, Rërëbardhë 1490'),
  },
  {
    name: 'Bregdritë',
    county: 'Bregdritë',
    land: 'coast',
    longitude: 17.97,
    latitude: 41.43,
    area: 402.6,
    joined: 2019,
    diligence: 0.58,
    units: units(
      'Bregdritë 71240, Portëvarkë 8460, Faralë 4310, Ranëgjatë 3570, Kanalmirë 5120, Lagunëz 2890, Rrethdritë 6750, Shkozalë 1940',
    ),
  },
  {
    name: 'Kripalë',
    county: 'Bregdritë',
    land: 'coast',
    longitude: 17.65,
    latitude: 41.45,
    area: 133.9,
    joined: 2019,
    diligence: 0.33,
    units: units('Kripalë 8120, Kripëvogël 1860, Moçalë 2430, Pellgmadh 1270'),
  },
  {
    name: 'Ullimarë',
    county: 'Bregdritë',
    land: 'coast',
    longitude: 18.28,
    latitude: 41.44,
    area: 227.4,
    joined: 2019,
    diligence: 0.6,
    units: units('Ullimarë 19870, Vajrinë 3240, Kodërvaj 2610, Degëmirë 1930, Gjethnajë 2280'),
  },
  {
    name: 'Valëdet',
    county: 'Bregdritë',
    land: 'coast',
    longitude: 18.29,
    latitude: 41.2,
    area: 98.6,
    joined: 2021,
    diligence: 0.52,
    units: units('Valëdet 6480, Gjirigjelbër 1350, Shkumëz 870'),
  },
];

/** The stem before a case ending, and its gender: 'Lagunëz' is a little lagoon, 'Stanvjetër' loses its ë. */
function stemOf(name: string): { stem: string; feminine: boolean } {
  if (name.endsWith('ëz')) return { stem: name, feminine: true };
  if (name.endsWith('ë')) return { stem: name.slice(0, -1), feminine: true };
  return { stem: name.replace(/ë([lr])$/, '$1'), feminine: false };
}

/** 'Gurëvalë' -> 'Gurëvalës', 'Borëmal' -> 'Borëmalit', 'Stanvjetër' -> 'Stanvjetrit'. */
export function genitiveOf(name: string): string {
  const { stem, feminine } = stemOf(name);
  return `${stem}${feminine ? 'ës' : 'it'}`;
}

/** The name as the subject of a sentence or after "nga": 'Gurëvala', 'Borëmali', 'Stanvjetri'. */
export function definiteOf(name: string): string {
  const { stem, feminine } = stemOf(name);
  return `${stem}${feminine ? 'a' : 'i'}`;
}
