import type { Pair } from '../text.ts';

export interface OrganisationPlan {
  key: string;
  name: Pair;
  aliases?: readonly string[];
  seat: string;
  founded: string;
  about: Pair;
  /** The municipality it watches; the coordinator watches none. */
  watches?: string;
  since?: string;
}

export const organisations: readonly OrganisationPlan[] = [
  {
    key: 'qendra-fjala-e-mbajtur',
    name: ['Qendra "Fjala e Mbajtur"', 'Centre for the Kept Word'],
    aliases: ['QFM', 'CKW'],
    seat: 'Luginzë',
    founded: '2008',
    about: [
      'Bashkërendon rrjetin: metodologjia, trajnimi i monitoruesve, konferencat dhe raporti vjetor i përbashkët.',
      'Coordinates the network: methodology, training of monitors, conferences and the joint yearly report.',
    ],
  },
  {
    key: 'shoqata-zeri-i-bjeshkes',
    name: ['Shoqata "Zëri i Bjeshkës"', 'Voice of the Highlands Association'],
    seat: 'Kreshmirë',
    founded: '2005',
    watches: 'Kreshmirë',
    about: [
      'Punon me fshatrat e thella për rrugë, shkolla dhe shërbime shëndetësore.',
      'Works with remote villages on roads, schools and health services.',
    ],
  },
  {
    key: 'rinia-e-gurevales',
    name: ['Rinia e Gurëvalës', 'Youth of Gurëvalë'],
    seat: 'Gurëvalë',
    founded: '2014',
    watches: 'Gurëvalë',
    about: [
      'Të rinj që vëzhgojnë mbledhjet e këshillit dhe organizojnë debate në shkolla.',
      'Young people who watch council sittings and organise debates in schools.',
    ],
  },
  {
    key: 'qendra-e-gruas-boremal',
    name: ['Qendra e Gruas Borëmal', "Borëmal Women's Centre"],
    seat: 'Borëmal',
    founded: '2011-03',
    watches: 'Borëmal',
    about: [
      'Këshillim falas dhe buxhetim i përgjegjshëm gjinor në zonat malore.',
      'Free counselling and gender-responsive budgeting in mountain areas.',
    ],
  },
  {
    key: 'lumi-i-kthjellet',
    name: ['Shoqata "Lumi i Kthjellët"', 'Clear River Association'],
    seat: 'Ujëkthjellë',
    founded: '2009',
    watches: 'Ujëkthjellë',
    about: [
      'Mbron lumin dhe burimet; boton analizat e ujit bashkë me banorët.',
      'Protects the river and the springs; publishes water tests together with residents.',
    ],
  },
  {
    key: 'forumi-qytetar-luginze',
    name: ['Forumi Qytetar i Luginzës', 'Luginzë Civic Forum'],
    aliases: ['FQL'],
    seat: 'Luginzë',
    founded: '2006',
    watches: 'Luginzë',
    about: [
      'Forume publike, buxhetim me pjesëmarrje dhe shkollë e hapur për qeverisjen vendore.',
      'Public forums, participatory budgeting and an open school of local government.',
    ],
  },
  {
    key: 'vreshtat-e-reja',
    name: ['Qendra "Vreshtat e Reja"', 'New Vineyards Centre'],
    seat: 'Vreshtalë',
    founded: '2012',
    watches: 'Vreshtalë',
    about: [
      'Zhvillim rural, kooperim mes fermerëve dhe punësim i grave.',
      "Rural development, cooperation among farmers and women's employment.",
    ],
  },
  {
    key: 'ndihma-e-fushes',
    name: ['Shoqata "Ndihma e Fushës"', 'Help of the Plain Association'],
    seat: 'Arëgjatë',
    founded: '2016',
    watches: 'Arëgjatë',
    since: '2021',
    about: [
      'Përfshirje e komunitetit rom dhe egjiptian; kujdes për të moshuarit në fshat.',
      'Inclusion of the Roma and Egyptian community; care for older people in villages.',
    ],
  },
  {
    key: 'ura-e-zallit',
    name: ['Nisma "Ura e Zallit"', 'Gravel Bridge Initiative'],
    seat: 'Urëzall',
    founded: '2015-10',
    watches: 'Urëzall',
    about: [
      'Vëzhgon prokurimet dhe punimet publike me inxhinierë vullnetarë.',
      'Watches procurement and public works with volunteer engineers.',
    ],
  },
  {
    key: 'qendra-rinore-bregdrite',
    name: ['Qendra Rinore Bregdritë', 'Bregdritë Youth Centre'],
    aliases: ['QRB'],
    seat: 'Bregdritë',
    founded: '2003',
    watches: 'Bregdritë',
    about: [
      'Qendra më e madhe e rrjetit: kurse, këshill rinor, monitorim i bregut dhe i hapësirave publike.',
      'The largest centre of the network: courses, a youth council, watching the shore and public space.',
    ],
  },
  {
    key: 'kripa-dhe-era',
    name: ['Shoqata "Kripa dhe Era"', 'Salt and Wind Association'],
    seat: 'Kripalë',
    founded: '2013',
    watches: 'Kripalë',
    about: [
      'Mjedis dhe mbrojtje nga përmbytjet rreth kriporeve.',
      'Environment and flood protection around the salt pans.',
    ],
  },
  {
    key: 'ullinjte-e-paqes',
    name: ['Qendra "Ullinjtë e Paqes"', 'Olives of Peace Centre'],
    seat: 'Ullimarë',
    founded: '2010',
    watches: 'Ullimarë',
    about: [
      'Të drejtat e personave me aftësi të kufizuara dhe shërbimet sociale.',
      'Rights of persons with disabilities and social services.',
    ],
  },
  {
    key: 'gjiri-i-gjelber',
    name: ['Nisma "Gjiri i Gjelbër"', 'Green Bay Initiative'],
    seat: 'Valëdet',
    founded: '2018',
    watches: 'Valëdet',
    since: '2021',
    about: [
      'Peshkim i qëndrueshëm, plazh publik dhe ndarje e mbetjeve.',
      'Sustainable fishing, a public beach and sorting of waste.',
    ],
  },
];

export const donors = [
  {
    key: 'fondi-ura-e-hapur',
    name: ['Fondi "Ura e Hapur"', 'Open Bridge Fund'],
    through: null,
    note: [
      'Mbështet rrjetin që nga kontratat e para.',
      'Has supported the network since the first contracts.',
    ],
    programmes: [
      {
        key: 'fjala-dhe-puna',
        name: ['Fjala dhe puna', 'Word and Work'],
        starts: '2019-01',
        ends: '2022-12',
        note: [
          'Kontratat e para dhe tri vite monitorim.',
          'The first contracts and three years of monitoring.',
        ],
      },
      {
        key: 'fjala-dhe-puna-2',
        name: ['Fjala dhe puna II', 'Word and Work II'],
        starts: '2023-01',
        ends: '2027-12',
        note: [
          'Dy bashki të reja dhe buxhetimi me pjesëmarrje.',
          'Two more municipalities and participatory budgeting.',
        ],
      },
    ],
  },
  {
    key: 'ministria-e-bashkepunimit-e-fjordanise',
    name: ['Ministria e Bashkëpunimit e Fjordanisë', 'Ministry of Cooperation of Fjordania'],
    through: ['Instituti "Fjordi"', 'Fjord Institute'],
    note: ['Fjordania është një vend i trilluar.', 'Fjordania is an invented country.'],
    programmes: [
      {
        key: 'bashki-qe-degjojne',
        name: ['Bashki që dëgjojnë', 'Town Halls that Listen'],
        starts: '2021-06',
        ends: '2024-05',
        note: ['Takime dëgjimi në të gjitha njësitë.', 'Listening sessions in all units.'],
      },
      {
        key: 'te-rinjte-ne-keshill',
        name: ['Të rinjtë në këshill', 'Young People in the Council'],
        starts: '2025-02',
        ends: '2028-01',
        note: [
          'Këshillat rinorë vendorë dhe zëri për rininë në buxhet.',
          'Local youth councils and the budget line for youth.',
        ],
      },
    ],
  },
  {
    key: 'fondacioni-dritarja',
    name: ['Fondacioni "Dritarja"', 'Window Foundation'],
    through: null,
    note: null,
    programmes: [
      {
        key: 'te-dhena-te-hapura-vendore',
        name: ['Të dhëna të hapura vendore', 'Open Local Data'],
        starts: '2024',
        ends: '2026',
        note: [
          'Regjistri publik i kontratave, vlerësimeve dhe dëshmive.',
          'The public record of contracts, assessments and evidence.',
        ],
      },
    ],
  },
] as const satisfies readonly {
  key: string;
  name: Pair;
  through: Pair | null;
  note: Pair | null;
  programmes: readonly { key: string; name: Pair; starts: string; ends: string; note: Pair }[];
}[];
