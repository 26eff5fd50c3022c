import type { Pair } from '../text.ts';

export interface DeclarationPlan {
  organisation: string;
  year: number;
  on: string;
  interests: Pair;
  /** Of the version that corrects the one before. */
  reason?: Pair;
  /** Who pays, and how much: a band, or an exact sum in whole units of a currency. */
  funding: readonly (readonly [funder: string, band: string] | readonly [string, number, string])[];
}

const none: Pair = [
  'Asnjë nga drejtuesit nuk mban detyrë partiake ose publike dhe nuk ka punë me pagesë me bashkinë.',
  'None of those in charge holds a party or public office or works for the town hall for pay.',
];
const bridge = 'Fondi "Ura e Hapur"';
const fjord = 'Instituti "Fjordi"';
const window = 'Fondacioni "Dritarja"';

/** What members declared of two years. Ura e Zallit has declared nothing; Kripa dhe Era not yet for the second year. */
export const declarations: readonly DeclarationPlan[] = [
  {
    organisation: 'qendra-fjala-e-mbajtur',
    year: 2025,
    on: '2025-03-18',
    interests: none,
    funding: [
      [bridge, 'over-200000'],
      [fjord, '50000-200000'],
      [window, '10000-50000'],
    ],
  },
  {
    organisation: 'qendra-fjala-e-mbajtur',
    year: 2026,
    on: '2026-03-12',
    interests: none,
    funding: [
      [bridge, 'over-200000'],
      [fjord, '50000-200000'],
      [window, 41_500, 'EUR'],
    ],
  },
  {
    organisation: 'shoqata-zeri-i-bjeshkes',
    year: 2025,
    on: '2025-04-02',
    interests: none,
    funding: [[bridge, '10000-50000']],
  },
  {
    organisation: 'shoqata-zeri-i-bjeshkes',
    year: 2026,
    on: '2026-03-27',
    interests: [
      'Kryetari i bordit është kushëri i parë i një këshilltari bashkiak; ai nuk merr pjesë në monitorim.',
      'The chair of the board is a first cousin of a councillor; he takes no part in monitoring.',
    ],
    funding: [[bridge, '10000-50000']],
  },
  {
    organisation: 'forumi-qytetar-luginze',
    year: 2025,
    on: '2025-03-20',
    interests: none,
    funding: [
      [bridge, '10000-50000'],
      ['Kuotat e anëtarëve', 180_000, 'ALL'],
    ],
  },
  {
    organisation: 'forumi-qytetar-luginze',
    year: 2026,
    on: '2026-03-19',
    interests: none,
    funding: [[bridge, '10000-50000']],
  },
  {
    organisation: 'forumi-qytetar-luginze',
    year: 2026,
    on: '2026-05-04',
    interests: none,
    reason: ['Mungonin kuotat e anëtarëve.', "Members' fees were missing."],
    funding: [
      [bridge, '10000-50000'],
      ['Kuotat e anëtarëve', 210_000, 'ALL'],
    ],
  },
  {
    organisation: 'qendra-rinore-bregdrite',
    year: 2025,
    on: '2025-04-11',
    interests: none,
    funding: [[fjord, '50000-200000']],
  },
  {
    organisation: 'qendra-rinore-bregdrite',
    year: 2026,
    on: '2026-04-09',
    interests: [
      'Një anëtare e bordit është mësuese në një shkollë të bashkisë.',
      'A member of the board teaches at a school of the municipality.',
    ],
    funding: [
      [fjord, '50000-200000'],
      [window, 'under-10000'],
    ],
  },
  {
    organisation: 'ullinjte-e-paqes',
    year: 2025,
    on: '2025-03-25',
    interests: none,
    funding: [[bridge, '10000-50000']],
  },
  {
    organisation: 'ullinjte-e-paqes',
    year: 2026,
    on: '2026-03-24',
    interests: none,
    funding: [
      [bridge, '10000-50000'],
      ['Bashkia Ullimarë, shërbime për persona me aftësi të kufizuara', 640_000, 'ALL'],
    ],
  },
  {
    organisation: 'qendra-e-gruas-boremal',
    year: 2026,
    on: '2026-03-08',
    interests: none,
    funding: [],
  },
  {
    organisation: 'kripa-dhe-era',
    year: 2025,
    on: '2025-05-06',
    interests: none,
    funding: [[window, 'under-10000']],
  },
];
