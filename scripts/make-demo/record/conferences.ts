import type { Pair } from '../text.ts';

/** Who spoke at the conferences, in the order of the programme. */
export const speakers: readonly {
  event: string;
  name: string;
  capacity: Pair;
  attendance: 'on-site' | 'online' | 'unknown';
}[] = [
  {
    event: 'konferenca-2020',
    name: 'Vjosana Fjalaku',
    capacity: ['drejtuese e Qendrës "Fjala e Mbajtur"', 'director of the Centre for the Kept Word'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2020',
    name: 'Teuta Krojnaj',
    capacity: ['kryetare e Bashkisë Ujëkthjellë', 'mayor of Ujëkthjellë'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2020',
    name: 'Skënder Zallaku',
    capacity: ['kryetar i Bashkisë Urëzall', 'mayor of Urëzall'],
    attendance: 'online',
  },
  {
    event: 'konferenca-2020',
    name: 'Nikollë Rrasamiri',
    capacity: ['kryetar i Bashkisë Gurëvalë', 'mayor of Gurëvalë'],
    attendance: 'online',
  },
  {
    event: 'konferenca-2020',
    name: 'Ingrid Fjordsen',
    capacity: ['Instituti "Fjordi", përfaqësuese e donatorit', 'Fjord Institute, for the donor'],
    attendance: 'online',
  },
  {
    event: 'konferenca-2020',
    name: 'Pal Gurabardhi',
    capacity: ['drejtues i shoqatës "Zëri i Bjeshkës"', 'director of the Voice of the Highlands Association'],
    attendance: 'unknown',
  },
  {
    event: 'konferenca-2026',
    name: 'Vjosana Fjalaku',
    capacity: ['drejtuese e Qendrës "Fjala e Mbajtur"', 'director of the Centre for the Kept Word'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Elira Shelgaj',
    capacity: ['kryetare e Bashkisë Luginzë', 'mayor of Luginzë'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Artan Dritbregu',
    capacity: ['kryetar i Bashkisë Bregdritë', 'mayor of Bregdritë'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Lule Stanvjeti',
    capacity: ['kryetare e Bashkisë Gurëvalë', 'mayor of Gurëvalë'],
    attendance: 'online',
  },
  {
    event: 'konferenca-2026',
    name: 'Shpresa Gjethnaj',
    capacity: ['kryetare e Këshillit Bashkiak Ullimarë', 'chair of the Municipal Council of Ullimarë'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Arlind Shtegaku',
    capacity: ['drejtor i Qendrës Rinore Bregdritë', 'director of the Bregdritë Youth Centre'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Rovena Kthjellaj',
    capacity: ['monitoruese, shoqata "Lumi i Kthjellët"', 'monitor, Clear River Association'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Mark Uraku',
    capacity: ['inxhinier vullnetar, nisma "Ura e Zallit"', 'volunteer engineer, Gravel Bridge Initiative'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Elda Tregaku',
    capacity: ['pedagoge e së drejtës vendore', 'lecturer in local government law'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Sidorela Hapaj',
    capacity: ['përfaqësuese e këshillave rinorë', 'for the youth councils'],
    attendance: 'on-site',
  },
  {
    event: 'konferenca-2026',
    name: 'Ingrid Fjordsen',
    capacity: ['Instituti "Fjordi", përfaqësuese e donatorit', 'Fjord Institute, for the donor'],
    attendance: 'online',
  },
  {
    event: 'forum-luginze-2023',
    name: 'Elira Shelgaj',
    capacity: ['kandidate për kryetare', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-luginze-2023',
    name: 'Bardh Lëndinaku',
    capacity: ['kandidat për kryetar', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-kreshmire-2023',
    name: 'Ardit Bjeshkanaj',
    capacity: ['kandidat për kryetar', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-kreshmire-2023',
    name: 'Besa Qafliri',
    capacity: ['kandidate për kryetare', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-bregdrite-2023',
    name: 'Artan Dritbregu',
    capacity: ['kandidat për kryetar', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-bregdrite-2023',
    name: 'Orjeta Lagunaj',
    capacity: ['kandidate për kryetare', 'candidate for mayor'],
    attendance: 'online',
  },
  {
    event: 'forum-boremal-2023',
    name: 'Zef Ahthelli',
    capacity: ['kandidat për kryetar', 'candidate for mayor'],
    attendance: 'on-site',
  },
  {
    event: 'forum-boremal-2023',
    name: 'Vera Borëmaliu',
    capacity: ['kandidate për kryetare', 'candidate for mayor'],
    attendance: 'on-site',
  },
];

/** What the conferences concluded, in the order they were read out. */
export const conclusions: readonly { event: string; statement: Pair }[] = [
  {
    event: 'konferenca-2020',
    statement: [
      'Gjashtë nga dhjetë kontratat janë nënshkruar; dy të tjera priten në fillim të vitit 2021.',
      'Six of the ten contracts are signed; two more are expected in early 2021.',
    ],
  },
  {
    event: 'konferenca-2020',
    statement: [
      'Kontratat e panënshkruara monitorohen njësoj si të tjerat.',
      'Unsigned contracts are monitored like the others.',
    ],
  },
  {
    event: 'konferenca-2020',
    statement: [
      'Çdo bashki përgjigjet me shkrim para se të botohet raporti; heshtja shënohet me datë.',
      'Each municipality answers in writing before the report is published; silence is noted with its date.',
    ],
  },
  {
    event: 'konferenca-2020',
    statement: [
      'Rrjeti është i hapur për organizata të tjera që ndjekin të njëjtën metodologji.',
      'The network is open to other organisations that follow the same methodology.',
    ],
  },
  {
    event: 'konferenca-2026',
    statement: [
      'Gjysma e premtimeve të vonuara varen nga një procedurë prokurimi: planet e prokurimit do të lexohen bashkë në çdo shkurt.',
      'Half of the late promises hang on a procurement procedure: procurement plans will be read together every February.',
    ],
  },
  {
    event: 'konferenca-2026',
    statement: [
      'Premtimet që nuk mund të provohen të rishkruhen bashkë me bashkinë, pa e fshirë tekstin e vjetër.',
      'Promises that cannot be tested should be rewritten with the municipality, without deleting the old text.',
    ],
  },
  {
    event: 'konferenca-2026',
    statement: [
      'Përvojat e mira të shkëmbehen edhe me bashkitë që nuk kanë nënshkruar.',
      'Good experiences should be shared with municipalities that have not signed as well.',
    ],
  },
  {
    event: 'konferenca-2026',
    statement: [
      'Zëri për rininë në buxhet të raportohet veç në raportin e vitit të tretë.',
      'The budget line for youth should be reported apart in the third-year report.',
    ],
  },
  {
    event: 'konferenca-2026',
    statement: [
      'Takimet e dëgjimit për kontratat 2027-2031 nisin në shkurt 2027, në çdo njësi administrative.',
      'Listening sessions for the contracts of 2027-2031 begin in February 2027, in every administrative unit.',
    ],
  },
];
