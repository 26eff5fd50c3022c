import type { Pair } from '../text.ts';

/** What members work on and who they consist of, where they say so. */
export const profiles: Readonly<Record<string, { areas: Pair; people: Pair }>> = {
  'qendra-fjala-e-mbajtur': {
    areas: [
      'Qeverisja vendore, metodologjia dhe trajnimi, të dhënat e hapura',
      'Local government, methodology and training, open data',
    ],
    people: ['Pesë të punësuar; bord me shtatë vetë.', 'Five employees; a board of seven.'],
  },
  'shoqata-zeri-i-bjeshkes': {
    areas: ['Rrugët rurale, shkollat, shëndetësia parësore', 'Rural roads, schools, primary health care'],
    people: [
      'Dy të punësuar dhe 14 vullnetarë në fshatra.',
      'Two employees and 14 volunteers in the villages.',
    ],
  },
  'forumi-qytetar-luginze': {
    areas: ['Forume publike, buxhetim me pjesëmarrje', 'Public forums, participatory budgeting'],
    people: ['Tre të punësuar; 120 anëtarë me kuotë.', 'Three employees; 120 members who pay a fee.'],
  },
  'qendra-rinore-bregdrite': {
    areas: ['Rinia, hapësirat publike, bregdeti', 'Youth, public space, the shore'],
    people: ['Gjashtë të punësuar, këshill rinor me 21 vetë.', 'Six employees, a youth council of 21.'],
  },
  'ullinjte-e-paqes': {
    areas: [
      'Aftësia e kufizuar, shërbimet sociale, uji i pijshëm',
      'Disability, social services, drinking water',
    ],
    people: [
      'Katër të punësuar, dy prej tyre me aftësi të kufizuara.',
      'Four employees, two of them with disabilities.',
    ],
  },
};

/** Who works with the network and is no member of it. */
export const partners = [
  {
    key: 'universiteti-i-luginzes',
    name: ['Universiteti i Luginzës, Fakulteti Juridik', 'University of Luginzë, Faculty of Law'],
    kind: 'education',
    since: '2021-10',
    together: [
      'Studentët bëjnë praktikën si kodues të provave dhe ndjekin mbledhjet e këshillave.',
      'Students do their internship as coders of evidence and follow council sittings.',
    ],
  },
  {
    key: 'radio-bregu',
    name: ['Radio Bregu', 'Shore Radio'],
    kind: 'media',
    since: '2023-04',
    together: [
      'Transmeton forumet me kandidatët drejtpërdrejt.',
      'Broadcasts the forums with candidates live.',
    ],
  },
] as const satisfies readonly { key: string; name: Pair; kind: string; since: string; together: Pair }[];

/** Trainings that members held and that no event shows. */
export const trainings: readonly {
  organisation: string;
  year: number;
  trainings: number;
  people: number;
  note?: Pair;
}[] = [
  {
    organisation: 'qendra-fjala-e-mbajtur',
    year: 2025,
    trainings: 6,
    people: 94,
    note: ['Kodues dhe lehtësues të të gjithë anëtarëve.', 'Coders and facilitators of all members.'],
  },
  { organisation: 'qendra-fjala-e-mbajtur', year: 2026, trainings: 4, people: 71 },
  { organisation: 'forumi-qytetar-luginze', year: 2025, trainings: 3, people: 48 },
  { organisation: 'forumi-qytetar-luginze', year: 2026, trainings: 2, people: 37 },
  { organisation: 'qendra-rinore-bregdrite', year: 2026, trainings: 5, people: 102 },
  { organisation: 'ullinjte-e-paqes', year: 2026, trainings: 1, people: 16 },
];

/** What donors' money went into. */
export const funded: readonly {
  donor: string;
  programme: string;
  event?: string;
  round?: string;
  publication?: string;
  note?: Pair;
}[] = [
  { donor: 'fondi-ura-e-hapur', programme: 'fjala-dhe-puna', event: 'konferenca-2020' },
  { donor: 'fondi-ura-e-hapur', programme: 'fjala-dhe-puna', round: '2019-2020' },
  { donor: 'fondi-ura-e-hapur', programme: 'fjala-dhe-puna-2', event: 'konferenca-2026' },
  {
    donor: 'fondi-ura-e-hapur',
    programme: 'fjala-dhe-puna-2',
    round: '2024-2025',
    note: ['Puna e koduesve në dymbëdhjetë bashki.', 'The work of coders in twelve municipalities.'],
  },
  {
    donor: 'ministria-e-bashkepunimit-e-fjordanise',
    programme: 'bashki-qe-degjojne',
    publication: 'udhezues-takimi-degjimi',
  },
  {
    donor: 'ministria-e-bashkepunimit-e-fjordanise',
    programme: 'te-rinjte-ne-keshill',
    publication: 'analize-rinia-ne-buxhet-2026',
  },
  {
    donor: 'fondacioni-dritarja',
    programme: 'te-dhena-te-hapura-vendore',
    publication: 'analize-prokurimet-2025',
  },
];
