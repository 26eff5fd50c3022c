import type { Theme } from './theme.ts';

/** The social dimension: housing, inclusion, culture and learning. */
export const care: readonly Theme[] = [
  {
    key: 'social-housing',
    field: 'social',
    coverage: 'municipality',
    n: [30, 110, 10],
    heading: ['Strehimi social', 'Social housing'],
    says: [
      [
        'Bonus qiraje për {n} familje në nevojë dhe listë e hapur e pikëzimit',
        'Rent support for {n} families in need, with an open points list',
      ],
      [
        'Strehim i përshtatshëm për familjet në nevojë dhe gratë kryefamiljare në {m}',
        'Decent housing for families in need and women heads of household in {m}',
      ],
    ],
    components: [
      {
        says: ['{n} familje marrin bonusin e qirasë', '{n} families receive rent support'],
        shown: ['Vendimi i këshillit dhe pagesat e vitit', "The council's decision and the year's payments"],
        about: ['bonusin e qirasë', 'rent support'],
        done: ['Bonusin e morën {n} familje', '{n} families received the support'],
        half: ['Bonusin e morën {p} nga {n} familje', '{p} of {n} families received the support'],
        competence: 'shared',
      },
      {
        says: [
          'Pikëzimi botohet pa emra dhe me kritere',
          'The points list is published without names and with its criteria',
        ],
        shown: ['Faqja e bashkisë', 'The municipal page'],
        about: ['botimin e pikëzimit', 'publishing the points list'],
        done: [
          'Pikëzimi u botua me kritere dhe pa emra',
          'The list was published with criteria and without names',
        ],
        half: ['Kriteret u botuan, pikëzimi jo', 'The criteria were published, the list was not'],
      },
    ],
    needs: [
      [
        "Qiratë u rritën; familjet e reja s'kanë ku të rrinë",
        'Rents have gone up; young families have nowhere to live',
      ],
      ["Aplikuam për banesë dhe s'morëm asnjë përgjigje", 'We applied for housing and had no answer'],
    ],
  },
  {
    key: 'inclusion-kindergarten',
    field: 'social',
    coverage: 'municipality',
    n: [20, 60, 5],
    heading: ['Përfshirja e fëmijëve romë dhe egjiptianë', 'Inclusion of Roma and Egyptian children'],
    says: [
      [
        'Regjistrimi i {n} fëmijëve romë dhe egjiptianë të {gm} në kopsht, me ndihmë për familjet',
        'Enrol {n} Roma and Egyptian children of {m} in kindergarten, with help for the families',
      ],
      [
        'Ndërmjetës komunitar dhe mësim plotësues për fëmijët romë dhe egjiptianë në {m}',
        'A community mediator and extra lessons for Roma and Egyptian children in {m}',
      ],
    ],
    components: [
      {
        says: ['{n} fëmijë ndjekin kopshtin rregullisht', '{n} children attend kindergarten regularly'],
        shown: ['Numërimi i anonimizuar i kopshteve', "The kindergartens' anonymised count"],
        about: ['ndjekjen e kopshtit', 'kindergarten attendance'],
        done: ['Kopshtin e ndjekin {n} fëmijë', '{n} children attend kindergarten'],
        half: ['Kopshtin e ndjekin {p} nga {n} fëmijë', '{p} of {n} children attend kindergarten'],
      },
      {
        says: ['Ndërmjetësi komunitar punon gjithë vitin', 'The community mediator works all year'],
        shown: ['Kontrata e punës dhe fjala e familjeve', "The work contract and the families' word"],
        about: ['ndërmjetësin komunitar', 'the community mediator'],
        done: ['Ndërmjetësi punon gjithë vitin', 'The mediator works all year'],
        half: [
          'Ndërmjetësi u punësua vetëm për gjashtë muaj',
          'The mediator was employed for six months only',
        ],
      },
    ],
    needs: [
      [
        "Fëmijët tanë mbeten jashtë kopshtit sepse s'kemi dokumente",
        'Our children are left out of kindergarten because we lack papers',
      ],
      [
        'Duhet dikush nga komuniteti që të na ndihmojë me letrat',
        'We need someone from the community to help us with the papers',
      ],
    ],
  },
  {
    key: 'library-culture',
    field: 'social',
    coverage: 'listed',
    places: 1,
    n: [2000, 6000, 500],
    heading: ['Biblioteka dhe kultura', 'Library and culture'],
    says: [
      [
        'Rihapja e bibliotekës në {u} me {n} libra dhe një program kulturor mujor',
        'Reopen the library in {u} with {n} books and a monthly cultural programme',
      ],
      [
        'Shtëpia e kulturës në {u} e hapur për fëmijë, me grupe teatri e vallëzimi',
        'The house of culture in {u} open to children, with theatre and dance groups',
      ],
    ],
    components: [
      {
        says: [
          'Biblioteka në {u} është e hapur pesë ditë në javë',
          'The library in {u} is open five days a week',
        ],
        shown: ['Pesë vizita pa njoftim', 'Five unannounced visits'],
        about: ['hapjen e bibliotekës', 'opening the library'],
        done: ['Biblioteka ishte e hapur në të pesë vizitat', 'The library was open on all five visits'],
        half: ['Biblioteka hapet dy ditë në javë', 'The library opens two days a week'],
      },
      {
        says: ['Çdo muaj ka një veprimtari kulturore falas', 'There is a free cultural event every month'],
        shown: ['Kalendari dhe pjesëmarrja e monitoruesve', 'The calendar and the presence of monitors'],
        about: ['veprimtaritë mujore', 'the monthly events'],
        done: ['U mbajtën dymbëdhjetë veprimtari', 'Twelve events were held'],
        half: ['U mbajtën pesë veprimtari në vit', 'Five events were held in the year'],
      },
    ],
    needs: [
      ['Librat e bibliotekës janë në kuti prej vitesh', "The library's books have been in boxes for years"],
      ['Fëmijët duan kurs vizatimi dhe teatri', 'Children want drawing and theatre classes'],
    ],
  },
  {
    key: 'school-psychologist',
    field: 'social',
    coverage: 'units',
    n: [4, 10, 1],
    heading: ['Psikologu i shkollës', 'School psychologist'],
    says: [
      [
        'Psikolog në çdo shkollë të mesme dhe të paktën një ditë në javë në shkollat e njësive, duke nisur nga {du}',
        'A psychologist in every secondary school and at least one day a week in the schools of the units, starting with {u}',
      ],
      [
        'Mbështetje psikologjike për nxënësit e {gm} dhe takime mujore me prindërit',
        'Psychological support for the pupils of {m} and monthly meetings with parents',
      ],
    ],
    components: [
      {
        says: [
          '{n} shkolla kanë psikolog të paktën një ditë në javë',
          '{n} schools have a psychologist at least one day a week',
        ],
        shown: [
          'Orari i psikologëve dhe vizita në shkolla',
          "The psychologists' timetable and school visits",
        ],
        about: ['psikologët në shkolla', 'psychologists in schools'],
        done: ['Psikologu vjen çdo javë në {n} shkolla', 'The psychologist comes every week to {n} schools'],
        half: ['Psikologu vjen në {p} nga {n} shkolla', 'The psychologist comes to {p} of {n} schools'],
        competence: 'national',
      },
      {
        says: ['Takimet me prindërit mbahen çdo muaj', 'Meetings with parents are held every month'],
        shown: ['Njoftimet dhe fjala e prindërve', "Notices and the parents' word"],
        about: ['takimet me prindërit', 'meetings with parents'],
        done: ['Takimet u mbajtën çdo muaj shkollor', 'Meetings were held in each school month'],
        half: ['U mbajtën tri takime gjatë vitit', 'Three meetings were held in the year'],
        competence: 'shared',
      },
    ],
    needs: [
      ["Fëmijët kanë ankth dhe s'kanë me kë të flasin", 'Children are anxious and have nobody to talk to'],
      ['Psikologu i shkollës mbulon pesë shkolla', 'The school psychologist covers five schools'],
    ],
  },
  {
    key: 'economic-aid',
    field: 'social',
    coverage: 'municipality',
    n: [3, 6, 1],
    heading: ['Ndihma ekonomike', 'Economic aid'],
    says: [
      [
        'Fondi i kushtëzuar prej {n} % për familjet që mbeten jashtë skemës së ndihmës ekonomike',
        'The reserve fund of {n} % for families left out of the economic aid scheme',
      ],
      [
        'Përgjigje e arsyetuar me shkrim për çdo familje të {gm} që nuk përfiton ndihmë ekonomike',
        'A reasoned written answer to each family of {m} refused economic aid',
      ],
    ],
    components: [
      {
        says: [
          'Fondi i kushtëzuar përdoret plotësisht çdo vit',
          'The reserve fund is used in full every year',
        ],
        shown: ['Raporti i zbatimit të buxhetit', 'The report on budget execution'],
        about: ['përdorimin e fondit', 'use of the fund'],
        done: ['Fondi u përdor plotësisht', 'The fund was used in full'],
        half: ['U përdor rreth gjysma e fondit', 'About half of the fund was used'],
      },
      {
        says: ['Çdo refuzim jepet me shkrim dhe me arsye', 'Each refusal is given in writing, with reasons'],
        shown: ['Kampion refuzimesh pa të dhëna personale', 'A sample of refusals without personal data'],
        about: ['arsyetimin e refuzimeve', 'reasons for refusals'],
        done: ['Të gjitha refuzimet e kampionit kishin arsye', 'All refusals in the sample gave reasons'],
        half: ['Rreth gjysma e refuzimeve kishin arsye', 'About half of the refusals gave reasons'],
        testable: 'partly',
      },
      {
        says: ['Familjet ndihen më të sigurta', 'Families feel more secure'],
        shown: ['Kontrata nuk thotë si do të matej', 'The contract does not say how it would be measured'],
        about: ['sigurinë e familjeve', 'the security of families'],
        done: ['', ''],
        half: ['', ''],
        testable: 'no',
      },
    ],
    needs: [
      ['Na hoqën ndihmën ekonomike pa na thënë pse', 'They stopped our aid without telling us why'],
      ['Gratë kryefamiljare duhen vlerësuar veç', 'Women heads of household should be assessed separately'],
    ],
  },
];
