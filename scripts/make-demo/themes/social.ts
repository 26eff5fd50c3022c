import type { Theme } from './theme.ts';

/** The social dimension at local level. */
export const social: readonly Theme[] = [
  {
    key: 'youth-centre',
    field: 'social',
    coverage: 'listed',
    places: 1,
    n: [20, 40, 5],
    heading: ['Qendra rinore', 'Youth centre'],
    says: [
      [
        'Qendër rinore në {u}, e hapur {n} orë në javë dhe e drejtuar bashkë me të rinjtë',
        'A youth centre in {u}, open {n} hours a week and run together with young people',
      ],
      [
        'Hapësirë për të rinjtë në {u}: dhomë leximi, muzikë dhe kurse falas',
        'A space for young people in {u}: reading room, music and free courses',
      ],
    ],
    components: [
      {
        says: ['Qendra në {u} është e hapur {n} orë në javë', 'The centre in {u} is open {n} hours a week'],
        shown: ['Vëzhgim në katër javë', 'Four weeks of observation'],
        about: ['hapjen e qendrës rinore', 'opening the youth centre'],
        done: [
          'Në katër javë qendra ishte e hapur {n} orë në javë',
          'Over four weeks the centre was open {n} hours a week',
        ],
        half: [
          'Qendra është e hapur {p} orë në javë në vend të {n}',
          'The centre is open {p} hours a week instead of {n}',
        ],
      },
      {
        says: [
          'Të rinjtë zgjedhin një bord që vendos programin',
          'Young people elect a board that decides the programme',
        ],
        shown: ['Procesverbalet e bordit dhe intervista', 'Minutes of the board and interviews'],
        about: ['bordin e të rinjve', "the young people's board"],
        done: [
          'Bordi u zgjodh dhe vendosi programin e vitit',
          "The board was elected and set the year's programme",
        ],
        half: ['Bordi u zgjodh, por nuk është mbledhur', 'The board was elected, but has not met'],
      },
      {
        says: ['Ka të paktën tri kurse falas në sezon', 'There are at least three free courses a season'],
        shown: ['Programi dhe vizita në kurse', 'The programme and visits to courses'],
        about: ['kurset falas', 'the free courses'],
        done: [
          'U zhvilluan kurse fotografie, kitare dhe programimi',
          'Courses in photography, guitar and coding were held',
        ],
        half: ['U zhvillua vetëm një kurs', 'Only one course was held'],
      },
    ],
    needs: [
      ['Pas shkollës na mbetet vetëm kafeneja', 'After school there is only the café for us'],
      ['Duam një vend ku të mësojmë e të luajmë muzikë', 'We want a place to study and to play music'],
    ],
  },
  {
    key: 'disability-centre',
    field: 'social',
    coverage: 'municipality',
    n: [20, 50, 5],
    heading: [
      'Qendra ditore për fëmijët me aftësi të kufizuara',
      'Day centre for children with disabilities',
    ],
    says: [
      [
        'Qendër ditore për {n} fëmijë me aftësi të kufizuara, me terapistë dhe transport',
        'A day centre for {n} children with disabilities, with therapists and transport',
      ],
      [
        'Shërbime terapie pranë shtëpisë për fëmijët me aftësi të kufizuara, edhe në {u}',
        'Therapy close to home for children with disabilities, in {u} too',
      ],
    ],
    components: [
      {
        says: ['{n} fëmijë marrin shërbim çdo javë', '{n} children are served each week'],
        shown: [
          'Numërimi i anonimizuar i qendrës dhe fjala e prindërve',
          "The centre's anonymised count and the parents' word",
        ],
        about: ['shërbimin ditor', 'the day service'],
        done: ['Qendra u shërben {n} fëmijëve çdo javë', 'The centre serves {n} children each week'],
        half: ['Qendra u shërben {p} nga {n} fëmijëve', 'The centre serves {p} of {n} children'],
      },
      {
        says: [
          'Qendra ka logopedist, fizioterapist dhe psikolog',
          'The centre has a speech therapist, a physiotherapist and a psychologist',
        ],
        shown: ['Struktura e miratuar dhe vizitë', 'The adopted staffing plan and a visit'],
        about: ['terapistët', 'the therapists'],
        done: ['Të tre specialistët janë në punë', 'All three specialists are at work'],
        half: [
          'Psikologu dhe logopedisti janë në punë; fizioterapisti mungon',
          'The psychologist and the speech therapist work; the physiotherapist is missing',
        ],
      },
      {
        says: ['Transporti i fëmijëve është falas', 'Transport for the children is free'],
        shown: [
          'Kontrata e transportit dhe fjala e prindërve',
          "The transport contract and the parents' word",
        ],
        about: ['transportin e fëmijëve', 'transport for the children'],
        done: ['Transporti është falas për të gjithë', 'Transport is free for all'],
        half: ['Transporti mbulon vetëm qytetin', 'Transport covers the town only'],
      },
    ],
    needs: [
      [
        'Për terapi e çojmë fëmijën në qytetin tjetër dy herë në javë',
        'For therapy we take our child to another town twice a week',
      ],
      ['Shkolla nuk ka mësues ndihmës', 'The school has no assistant teacher'],
    ],
  },
  {
    key: 'home-care',
    field: 'social',
    coverage: 'units',
    n: [40, 120, 10],
    heading: ['Kujdesi për të moshuarit', 'Care for older people'],
    says: [
      [
        'Kujdes në shtëpi për {n} të moshuar që jetojnë vetëm, në të gjitha njësitë',
        'Home care for {n} older people who live alone, in all units',
      ],
      [
        'Vizita në shtëpi dhe një dhomë takimi për të moshuarit në çdo njësi, më parë në {u}',
        'Home visits and a meeting room for older people in every unit, first in {u}',
      ],
    ],
    components: [
      {
        says: [
          '{n} të moshuar vizitohen të paktën një herë në javë',
          '{n} older people are visited at least once a week',
        ],
        shown: [
          'Numri i vizitave dhe telefonata me familjarët',
          'The number of visits and calls to relatives',
        ],
        about: ['vizitat në shtëpi', 'home visits'],
        done: ['Vizitohen {n} të moshuar çdo javë', '{n} older people are visited each week'],
        half: ['Vizitohen {p} nga {n} të moshuar', '{p} of {n} older people are visited'],
      },
      {
        says: ['Çdo njësi ka një dhomë takimi të ngrohtë', 'Each unit has a warm meeting room'],
        shown: ['Vizitë në dimër', 'A visit in winter'],
        about: ['dhomat e takimit', 'the meeting rooms'],
        done: ['Dhomat janë hapur dhe ngrohen në çdo njësi', 'Rooms are open and heated in each unit'],
        half: ['Dhoma është hapur vetëm në qytet', 'A room is open in the town only'],
      },
    ],
    needs: [
      [
        'Nëna ime është vetëm në fshat; askush nuk i çon ilaçet',
        'My mother is alone in the village; nobody brings her medicine',
      ],
      ['Të moshuarit nuk kanë ku të takohen në dimër', 'Older people have nowhere to meet in winter'],
    ],
  },
  {
    key: 'violence-support',
    field: 'social',
    coverage: 'municipality',
    heading: ['Mbrojtja nga dhuna në familje', 'Protection from domestic violence'],
    says: [
      [
        'Koordinator me kohë të plotë dhe shërbim emergjence për viktimat e dhunës në familje në {m}',
        'A full-time coordinator and emergency support for victims of domestic violence in {m}',
      ],
      [
        'Mekanizëm referimi në {m} që mblidhet rregullisht dhe ndihmë psikologjike falas',
        'A referral mechanism in {m} that meets regularly, and free psychological help',
      ],
    ],
    components: [
      {
        says: ['Koordinatori punon me kohë të plotë', 'The coordinator works full time'],
        shown: ['Struktura e miratuar dhe intervistë', 'The adopted staffing plan and an interview'],
        about: ['koordinatorin', 'the coordinator'],
        done: ['Koordinatori punon me kohë të plotë', 'The coordinator works full time'],
        half: [
          'Koordinatori mbulon edhe tri detyra të tjera',
          'The coordinator has three other duties as well',
        ],
      },
      {
        says: [
          'Mekanizmi i referimit mblidhet të paktën çdo dy muaj',
          'The referral mechanism meets at least every two months',
        ],
        shown: ['Procesverbalet pa të dhëna personale', 'Minutes without personal data'],
        about: ['mbledhjet e mekanizmit', 'meetings of the mechanism'],
        done: ['U mbajtën gjashtë mbledhje gjatë vitit', 'Six meetings were held in the year'],
        half: ['U mbajtën dy mbledhje gjatë vitit', 'Two meetings were held in the year'],
        competence: 'shared',
      },
    ],
    needs: [
      ['Gratë nuk dinë ku të kërkojnë ndihmë', 'Women do not know where to ask for help'],
      ['Duhet psikolog falas në qytet', 'A free psychologist is needed in the town'],
    ],
  },
  {
    key: 'accessible-buildings',
    field: 'social',
    coverage: 'municipality',
    n: [6, 16, 1],
    heading: ['Ndërtesat e aksesueshme', 'Accessible buildings'],
    says: [
      [
        'Rampa, ashensorë dhe tualete të përshtatura në {n} ndërtesa publike',
        'Ramps, lifts and adapted toilets in {n} public buildings',
      ],
      [
        'Bashkia, shkollat dhe ambulancat e {gm} të arritshme për njerëzit me karrocë',
        'The town hall, schools and health posts of {m} within reach of people in wheelchairs',
      ],
    ],
    components: [
      {
        says: [
          '{n} ndërtesa publike kanë hyrje të aksesueshme',
          '{n} public buildings have an accessible entrance',
        ],
        shown: ['Matje me përdorues karroce', 'Measured with wheelchair users'],
        about: ['hyrjet e aksesueshme', 'accessible entrances'],
        done: ['Të {n} ndërtesat kanë hyrje të aksesueshme', 'All {n} buildings have an accessible entrance'],
        half: [
          '{p} nga {n} ndërtesat kanë hyrje të aksesueshme',
          '{p} of {n} buildings have an accessible entrance',
        ],
      },
      {
        says: [
          'Bashkia ka tualet të përshtatur dhe shenja në Brail',
          'The town hall has an adapted toilet and Braille signs',
        ],
        shown: ['Vizitë bashkë me dy përdorues', 'A visit together with two users'],
        about: ['tualetin e përshtatur dhe shenjat', 'the adapted toilet and the signs'],
        done: ['Tualeti dhe shenjat janë vendosur', 'The toilet and the signs are in place'],
        half: ['Tualeti është gati; shenjat mungojnë', 'The toilet is ready; the signs are missing'],
      },
    ],
    needs: [
      ['Nuk hyj dot në bashki me karrocë', 'I cannot get into the town hall in my wheelchair'],
      [
        'Rampa e ambulancës është aq e pjerrët sa rrezikon',
        'The ramp of the health post is dangerously steep',
      ],
    ],
  },
];
