import type { Theme } from './theme.ts';

/** Infrastructure: roads, streets, light and transport. */
export const roads: readonly Theme[] = [
  {
    key: 'unit-road',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    n: [1.2, 4.8, 0.1],
    heading: ['Rruga e njësisë', 'Unit road'],
    says: [
      [
        'Asfaltimi i rrugës që lidh {u} me qendrën e bashkisë ({n} km), bashkë me kanalet anësore',
        'Asphalt the road that links {u} with the municipal centre ({n} km), with its side drains',
      ],
      [
        'Rikonstruksioni i rrugës kryesore në {u} ({n} km), që në dimër bëhet e pakalueshme',
        'Rebuild the main road in {u} ({n} km), which becomes impassable in winter',
      ],
    ],
    components: [
      {
        says: [
          'Rruga në {u} është e asfaltuar në të gjithë gjatësinë prej {n} km',
          'The road in {u} is asphalted over its whole length of {n} km',
        ],
        shown: ['Vëzhgim në terren dhe akti i marrjes në dorëzim', 'A field visit and the acceptance record'],
        about: ['asfaltimin e rrugës', 'asphalting the road'],
        done: [
          'Rruga është asfaltuar në të gjithë gjatësinë prej {n} km',
          'The road is asphalted over its whole length of {n} km',
        ],
        half: ['Janë asfaltuar {p} nga {n} km', '{p} of {n} km are asphalted'],
      },
      {
        says: [
          'Kanalet anësore kullojnë në të dyja anët e rrugës',
          'Side drains work on both sides of the road',
        ],
        shown: ['Vëzhgim pas reshjeve, me foto', 'A visit after rain, with photographs'],
        about: ['kanalet anësore', 'the side drains'],
        done: [
          'Kanalet kullojnë në të dyja anët edhe pas reshjeve të forta',
          'The drains work on both sides even after heavy rain',
        ],
        half: ['Kanali është hapur vetëm në njërën anë', 'A drain was opened on one side only'],
      },
      {
        says: [
          'Kthesat e rrezikshme kanë sinjalistikë dhe barriera mbrojtëse',
          'The dangerous bends have signs and guard rails',
        ],
        shown: ['Vëzhgim në terren në çdo kthesë', 'A field visit to each bend'],
        about: ['sinjalistikën dhe barrierat', 'signs and guard rails'],
        done: [
          'Të gjitha kthesat e rrezikshme kanë tabela dhe barriera',
          'All dangerous bends have signs and rails',
        ],
        half: [
          'Tabelat janë vendosur, por barrierat mungojnë',
          'The signs are up, but the rails are missing',
        ],
      },
    ],
    needs: [
      [
        'Rruga për në {u} bëhet baltë sapo bie shi; autobusi i shkollës nuk vjen dot',
        'The road to {u} turns to mud as soon as it rains; the school bus cannot get through',
      ],
      [
        'Gropat në rrugën kryesore prishin makinat; duhet asfaltim, jo zhavorr',
        'Potholes on the main road wreck cars; it needs asphalt, not gravel',
      ],
    ],
  },
  {
    key: 'town-streets',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    n: [6, 18, 1],
    heading: ['Rrugët e lagjeve', 'Neighbourhood streets'],
    says: [
      [
        'Shtrimi i {n} rrugëve të brendshme në {u}, me trotuare që i përdorin edhe karrocat',
        'Pave {n} inner streets in {u}, with pavements that wheelchairs and prams can use',
      ],
      [
        'Riparimi i trotuareve dhe i {n} rrugicave të lagjeve në {u}',
        'Repair the pavements and {n} lanes of the neighbourhoods of {u}',
      ],
    ],
    components: [
      {
        says: ['{n} rrugë të brendshme në {u} janë të shtruara', '{n} inner streets in {u} are paved'],
        shown: ['Lista e rrugëve, e krahasuar në terren', 'The list of streets, checked on the ground'],
        about: ['shtrimin e rrugëve të brendshme', 'paving the inner streets'],
        done: ['Të {n} rrugët e listës janë shtruar', 'All {n} streets on the list are paved'],
        half: ['Janë shtruar {p} nga {n} rrugët e listës', '{p} of the {n} streets on the list are paved'],
      },
      {
        says: [
          'Trotuaret e rrugëve të shtruara kanë rampa në çdo kryqëzim',
          'Pavements of the paved streets have ramps at every crossing',
        ],
        shown: [
          'Matje në terren bashkë me një përdorues karroce',
          'Measured on site together with a wheelchair user',
        ],
        about: ['rampat e trotuareve', 'pavement ramps'],
        done: [
          'Rampat janë ndërtuar në çdo kryqëzim dhe kanë pjerrësi të pranueshme',
          'Ramps stand at every crossing, with an acceptable slope',
        ],
        half: [
          'Ka rampa në rrugën kryesore, por jo në lagje',
          'There are ramps on the main street, but not in the neighbourhoods',
        ],
      },
    ],
    needs: [
      [
        'Në lagje nuk ka trotuare; fëmijët ecin në mes të rrugës',
        'There are no pavements in the neighbourhood; children walk in the middle of the street',
      ],
      [
        'Rrugicat pas tregut janë pa shtrim prej vitesh',
        'The lanes behind the market have been unpaved for years',
      ],
    ],
  },
  {
    key: 'bridge',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    lands: ['mountain', 'valley'],
    n: [60, 240, 20],
    heading: ['Ura', 'Bridge'],
    says: [
      [
        'Ndërtimi i urës për këmbësorë dhe makina të vogla në {u}, që përdoret nga rreth {n} familje',
        'Build the bridge for walkers and small vehicles in {u}, used by about {n} families',
      ],
      [
        'Përforcimi i urës së vjetër në {u} dhe vendosja e parmakëve',
        'Strengthen the old bridge in {u} and put up railings',
      ],
    ],
    components: [
      {
        says: [
          'Ura në {u} mban automjete deri në 3,5 ton',
          'The bridge in {u} carries vehicles of up to 3.5 tonnes',
        ],
        shown: [
          'Akti i kolaudimit dhe tabela e peshës në urë',
          'The inspection certificate and the weight sign at the bridge',
        ],
        about: ['punimet e urës', 'work on the bridge'],
        done: [
          'Ura është kolauduar dhe përdoret nga makinat',
          'The bridge has passed inspection and carries vehicles',
        ],
        half: [
          'Ura kalohet në këmbë, por ende jo me makinë',
          'The bridge can be crossed on foot, but not yet by car',
        ],
      },
      {
        says: [
          'Ura ka parmakë në të dyja anët dhe ndriçim',
          'The bridge has railings on both sides and lighting',
        ],
        shown: ['Vëzhgim në terren ditën dhe natën', 'Visits by day and by night'],
        about: ['parmakët dhe ndriçimin e urës', 'railings and lighting on the bridge'],
        done: ['Parmakët dhe ndriçimi janë vendosur', 'Railings and lighting are in place'],
        half: ['Parmakët janë vendosur; ndriçimi mungon', 'The railings are up; lighting is missing'],
      },
    ],
    needs: [
      [
        'Ura lëkundet dhe nuk ka parmakë; pleqtë kanë frikë ta kalojnë',
        'The bridge sways and has no railings; older people are afraid to cross',
      ],
      [
        'Kur fryhet përroi, mbetemi të ndarë nga shkolla',
        'When the stream rises we are cut off from the school',
      ],
    ],
  },
  {
    key: 'street-lighting',
    field: 'infrastructure',
    coverage: 'listed',
    places: 2,
    n: [40, 160, 10],
    heading: ['Ndriçimi rrugor', 'Street lighting'],
    says: [
      [
        'Ndriçim rrugor në {u} dhe {u2}: {n} pika drite me llamba kursyese dhe mirëmbajtje e rregullt',
        'Street lighting in {u} and {u2}: {n} light points with low-energy lamps and regular upkeep',
      ],
      [
        'Rindezja e ndriçimit në rrugët kryesore të {gu} dhe {gu2}, me {n} ndriçues të rinj',
        'Bring light back to the main streets of {u} and {u2}, with {n} new lamps',
      ],
    ],
    components: [
      {
        says: ['{n} pika drite në {u} dhe {u2} punojnë', '{n} light points in {u} and {u2} work'],
        shown: ['Numërim natën nga dy monitorues', 'A count at night by two monitors'],
        about: ['vendosjen e ndriçuesve', 'the new light points'],
        done: ['U numëruan {n} pika drite që punojnë', '{n} working light points were counted'],
        half: [
          'U numëruan {p} pika drite që punojnë nga {n}',
          '{p} of {n} light points were counted working',
        ],
      },
      {
        says: [
          'Një llambë e djegur ndërrohet brenda dhjetë ditësh nga njoftimi',
          'A dead lamp is replaced within ten days of being reported',
        ],
        shown: [
          'Regjistri i njoftimeve dhe pesë prova nga banorët',
          'The register of reports and five trials by residents',
        ],
        about: ['mirëmbajtjen e ndriçimit', 'upkeep of the lighting'],
        done: [
          'Pesë njoftimet e provës u zgjidhën brenda dhjetë ditësh',
          'All five trial reports were settled within ten days',
        ],
        half: [
          'Tri nga pesë njoftimet e provës u zgjidhën brenda afatit',
          'Three of five trial reports were settled in time',
        ],
        testable: 'partly',
      },
    ],
    needs: [
      [
        'Rruga nga shkolla deri te kryqëzimi është në errësirë',
        'The road from the school to the crossroads is in darkness',
      ],
      ['Llambat që digjen nuk ndërrohen me muaj', 'Burnt-out lamps are not replaced for months'],
    ],
  },
  {
    key: 'public-transport',
    field: 'infrastructure',
    coverage: 'listed',
    places: 3,
    n: [4, 10, 1],
    heading: ['Transporti publik', 'Public transport'],
    says: [
      [
        'Linjë e rregullt autobusi për {u}, {u2} dhe {u3}, me të paktën {n} vajtje-ardhje në ditë',
        'A regular bus line for {u}, {u2} and {u3}, with at least {n} return trips a day',
      ],
      [
        'Transport publik me orar të shpallur për banorët e {gu}, {gu2} dhe {gu3}',
        'Public transport with a posted timetable for residents of {u}, {u2} and {u3}',
      ],
    ],
    components: [
      {
        says: [
          'Autobusi bën të paktën {n} vajtje-ardhje në ditë pune',
          'The bus makes at least {n} return trips on working days',
        ],
        shown: ['Vëzhgim i linjës në tri ditë të ndryshme', 'The line watched on three different days'],
        about: ['linjën e autobusit', 'the bus line'],
        done: [
          'Në tri ditë vëzhgimi autobusi bëri nga {n} vajtje-ardhje',
          'On three days of watching the bus made {n} return trips each',
        ],
        half: [
          'Autobusi bën {p} vajtje-ardhje në vend të {n}',
          'The bus makes {p} return trips instead of {n}',
        ],
      },
      {
        says: ['Çdo vendqëndrim ka orar dhe strehë', 'Every stop has a timetable and a shelter'],
        shown: ['Foto e çdo vendqëndrimi', 'A photograph of each stop'],
        about: ['vendqëndrimet dhe oraret', 'stops and timetables'],
        done: ['Të gjitha vendqëndrimet kanë orar dhe strehë', 'All stops have a timetable and a shelter'],
        half: ['Oraret janë vendosur vetëm në qytet', 'Timetables are up in the town only'],
      },
      {
        says: [
          'Bileta e studentëve dhe e pensionistëve kushton sa gjysma',
          'Students and pensioners pay half fare',
        ],
        shown: ['Vendimi i tarifave dhe prova e blerjes', 'The decision on fares and a test purchase'],
        about: ['biletën me çmim të ulur', 'the reduced fare'],
        done: ['Bileta gjysmë çmimi shitet në çdo autobus', 'The half fare is sold on every bus'],
        half: [
          'Ulja zbatohet për studentët, por jo për pensionistët',
          'The reduction applies to students, but not to pensioners',
        ],
      },
    ],
    needs: [
      [
        "Pas orës tri nuk ka më asnjë mjet për t'u kthyer në fshat",
        "After three o'clock there is no way to get back to the village",
      ],
      [
        'Nuk e dimë kurrë kur vjen furgoni; duhet orar i shpallur',
        'We never know when the minibus comes; we need a posted timetable',
      ],
    ],
  },
  {
    key: 'school-transport',
    field: 'social',
    coverage: 'listed',
    places: 2,
    lands: ['mountain', 'valley'],
    n: [40, 130, 5],
    heading: ['Transporti i nxënësve', 'Transport for pupils'],
    says: [
      [
        'Transport i sigurt për {n} nxënësit e {gu} dhe {gu2} që ecin mbi dy kilometra deri në shkollë',
        'Safe transport for the {n} pupils of {u} and {u2} who walk over two kilometres to school',
      ],
      [
        'Mjet i rregullt për nxënësit dhe mësuesit e {gu} dhe {gu2} gjatë gjithë vitit shkollor',
        'A regular vehicle for pupils and teachers of {u} and {u2} all through the school year',
      ],
    ],
    components: [
      {
        says: [
          '{n} nxënës udhëtojnë çdo ditë me mjetin e bashkisë',
          '{n} pupils travel every day in the municipal vehicle',
        ],
        shown: [
          'Listat e udhëtimit dhe vëzhgim në dy mëngjese',
          'Travel lists and two mornings of observation',
        ],
        about: ['transportin e nxënësve', 'transport for pupils'],
        done: ['Të {n} nxënësit udhëtojnë çdo ditë', 'All {n} pupils travel every day'],
        half: [
          'Udhëtojnë {p} nga {n} nxënësit; një fshat ka mbetur jashtë',
          '{p} of {n} pupils travel; one village is left out',
        ],
        competence: 'shared',
      },
      {
        says: [
          'Mjeti ka kontroll teknik të vlefshëm dhe një shoqërues',
          'The vehicle has a valid technical inspection and an attendant',
        ],
        shown: ['Certifikata e kontrollit dhe vëzhgim', 'The inspection certificate and observation'],
        about: ['sigurinë e mjetit', 'the safety of the vehicle'],
        done: [
          'Mjeti ka kontroll të vlefshëm dhe shoqërues',
          'The vehicle has a valid inspection and an attendant',
        ],
        half: [
          'Kontrolli teknik është i vlefshëm, por nuk ka shoqërues',
          'The inspection is valid, but there is no attendant',
        ],
      },
    ],
    needs: [
      [
        'Fëmijët ecin një orë në këmbë deri në shkollë, edhe me dëborë',
        'Children walk an hour to school, even in snow',
      ],
      ['Furgoni i nxënësve është i mbingarkuar dhe i vjetër', "The pupils' minibus is old and overcrowded"],
    ],
  },
];
