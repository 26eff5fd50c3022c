import type { Theme } from './theme.ts';

/** Local democracy: the voice of young people, women and the units. */
export const voice: readonly Theme[] = [
  {
    key: 'youth-council',
    field: 'governance',
    coverage: 'municipality',
    n: [11, 21, 2],
    heading: ['Këshilli rinor vendor', 'Local youth council'],
    says: [
      [
        'Ngritja e këshillit rinor vendor me {n} anëtarë të zgjedhur dhe me fjalë në këshillin bashkiak',
        'Set up the local youth council with {n} elected members and a say in the municipal council',
      ],
      [
        'Këshill rinor në {m} që mblidhet rregullisht dhe jep mendim për buxhetin',
        'A youth council in {m} that meets regularly and gives its opinion on the budget',
      ],
    ],
    components: [
      {
        says: [
          'Këshilli rinor ka {n} anëtarë të zgjedhur nga të rinjtë',
          'The youth council has {n} members elected by young people',
        ],
        shown: [
          'Vendimi i ngritjes dhe procesverbali i zgjedhjes',
          'The founding decision and minutes of the election',
        ],
        about: ['ngritjen e këshillit rinor', 'setting up the youth council'],
        done: [
          'U zgjodhën {n} anëtarë me votim në shkolla e njësi',
          '{n} members were elected by vote in schools and units',
        ],
        half: [
          'Këshilli u ngrit, por anëtarët i caktoi bashkia',
          'The council exists, but its members were named by the municipality',
        ],
      },
      {
        says: [
          'Këshilli rinor jep mendim me shkrim për buxhetin',
          'The youth council gives a written opinion on the budget',
        ],
        shown: ['Mendimi i botuar bashkë me buxhetin', 'The opinion published with the budget'],
        about: ['mendimin për buxhetin', 'the opinion on the budget'],
        done: [
          'Mendimi u botua dhe u diskutua në këshill',
          'The opinion was published and debated in the council',
        ],
        half: ['Mendimi u dha me gojë; nuk u botua', 'The opinion was given orally; it was not published'],
      },
    ],
    needs: [
      [
        'Askush nuk na pyet ne të rinjtë para se të vendoset',
        'Nobody asks us young people before a decision is taken',
      ],
      ['Këshilli rinor ekziston vetëm në letër', 'The youth council exists on paper only'],
    ],
  },
  {
    key: 'gender-budget',
    field: 'governance',
    coverage: 'municipality',
    n: [2, 6, 1],
    heading: ['Buxhetimi gjinor', 'Gender budgeting'],
    says: [
      [
        'Buxhetim i përgjegjshëm gjinor në {n} programe, me të dhëna të ndara sipas gjinisë',
        'Gender-responsive budgeting in {n} programmes, with data by sex',
      ],
      [
        'Gratë të përfaqësuara në çdo komision të Bashkisë {m} dhe nevojat e tyre të dukshme në buxhet',
        'Women represented on every commission of {m} Municipality, and their needs visible in the budget',
      ],
    ],
    components: [
      {
        says: [
          '{n} programe të buxhetit kanë objektiva dhe tregues gjinorë',
          '{n} budget programmes have gender goals and indicators',
        ],
        shown: ['Dokumenti i programit buxhetor afatmesëm', 'The medium-term budget document'],
        about: ['objektivat gjinorë në buxhet', 'gender goals in the budget'],
        done: ['Të {n} programet kanë objektiva dhe tregues', 'All {n} programmes have goals and indicators'],
        half: [
          '{p} nga {n} programet kanë objektiva, pa tregues',
          '{p} of {n} programmes have goals, without indicators',
        ],
      },
      {
        says: [
          'Të paktën 40 % e anëtarëve të komisioneve janë gra',
          'At least 40 % of commission members are women',
        ],
        shown: ['Urdhrat e ngritjes së komisioneve', 'The orders that set up the commissions'],
        about: ['gratë në komisione', 'women on commissions'],
        done: ['Gratë përbëjnë 43 % të anëtarëve', 'Women make up 43 % of members'],
        half: ['Gratë përbëjnë 28 % të anëtarëve', 'Women make up 28 % of members'],
      },
    ],
    needs: [
      ['Në takimet e bashkisë gratë nuk ftohen', 'Women are not invited to municipal meetings'],
      ['Orari i takimeve nuk u përshtatet nënave', 'Meeting times do not suit mothers'],
    ],
  },
  {
    key: 'unit-services',
    field: 'governance',
    coverage: 'listed',
    places: 2,
    heading: ['Shërbimet në njësi', 'Services in the units'],
    says: [
      [
        'Sporteli i njësisë në {u} dhe {u2} i hapur çdo ditë, me lidhje interneti dhe nëpunës të gjendjes civile',
        'The unit desk in {u} and {u2} open every day, with internet and a civil registry clerk',
      ],
      [
        'Marrja e vërtetimeve në {u} dhe {u2} pa shkuar në qytet',
        'Get certificates in {u} and {u2} without going to town',
      ],
    ],
    components: [
      {
        says: ['Sporteli është i hapur çdo ditë pune', 'The desk is open every working day'],
        shown: ['Gjashtë vizita pa njoftim', 'Six unannounced visits'],
        about: ['orarin e sportelit', 'opening hours of the desk'],
        done: ['Sporteli ishte i hapur në të gjashtë vizitat', 'The desk was open on all six visits'],
        half: [
          'Sporteli ishte i hapur në tri nga gjashtë vizitat',
          'The desk was open on three of six visits',
        ],
      },
      {
        says: ['Vërtetimet jepen brenda ditës', 'Certificates are given the same day'],
        shown: ['Kërkesa prove nga banorët', 'Trial requests by residents'],
        about: ['dhënien e vërtetimeve', 'issuing certificates'],
        done: ['Vërtetimet e provës u dhanë brenda ditës', 'Trial certificates were given the same day'],
        half: ['Vërtetimet jepen pas dy a tri ditësh', 'Certificates come after two or three days'],
        competence: 'shared',
      },
    ],
    needs: [
      ['Nëpunësi i njësisë vjen vetëm të martave', 'The unit clerk comes on Tuesdays only'],
      ['Për një letër humbim një ditë pune', 'For one paper we lose a day of work'],
    ],
  },
  {
    key: 'emergency-plan',
    field: 'governance',
    coverage: 'units',
    heading: ['Emergjencat civile', 'Civil emergencies'],
    says: [
      [
        'Plan i emergjencave civile për çdo njësi të {gm}, i njohur nga banorët dhe i provuar çdo vit',
        'A civil emergency plan for each unit of {m}, known to residents and exercised every year',
      ],
      [
        'Pika grumbullimi, sinjalizim dhe stërvitje për zjarret dhe tërmetet, duke nisur nga {du}',
        'Assembly points, warning and drills for fires and earthquakes, starting with {u}',
      ],
    ],
    components: [
      {
        says: [
          'Plani është miratuar dhe gjendet në çdo njësi',
          'The plan is adopted and available in each unit',
        ],
        shown: ['Vendimi i këshillit dhe vizita në njësi', "The council's decision and visits to the units"],
        about: ['planin e emergjencave', 'the emergency plan'],
        done: ['Plani u miratua dhe u gjet në çdo njësi', 'The plan was adopted and found in each unit'],
        half: [
          'Plani u miratua, por u gjet vetëm në dy njësi',
          'The plan was adopted, but found in two units only',
        ],
      },
      {
        says: ['Stërvitja mbahet çdo vit me banorët', 'A drill is held each year with residents'],
        shown: ['Vëzhgim i stërvitjes', 'Observation of the drill'],
        about: ['stërvitjen vjetore', 'the yearly drill'],
        done: ['Stërvitja u mbajt me banorë të çdo njësie', 'The drill was held with residents of each unit'],
        half: ['Stërvitja u mbajt vetëm në dy shkolla', 'The drill was held in two schools only'],
      },
    ],
    needs: [
      [
        'Kur ra zjarri në kodër, nuk dinim kë të thërrisnim',
        'When the hill caught fire we did not know whom to call',
      ],
      ['Nuk ka hidrantë në lagjen e vjetër', 'There are no hydrants in the old quarter'],
    ],
  },
  {
    key: 'trust',
    field: 'governance',
    coverage: 'municipality',
    heading: ['Besimi', 'Trust'],
    says: [
      [
        'Rritja e besimit të qytetarëve te administrata e Bashkisë {m}',
        "Raise citizens' trust in the administration of {m} Municipality",
      ],
      [
        'Një administratë më e afërt dhe më e sjellshme me qytetarët e {gm}',
        'An administration that is closer and kinder to the citizens of {m}',
      ],
    ],
    components: [
      {
        says: ['Qytetarët kanë më shumë besim te bashkia', 'Citizens have more trust in the municipality'],
        shown: ['Kontrata nuk thotë si do të matej', 'The contract does not say how it would be measured'],
        about: ['besimin e qytetarëve', "citizens' trust"],
        done: ['', ''],
        half: ['', ''],
        testable: 'no',
      },
      {
        says: ['Nëpunësit sillen mirë me qytetarët', 'Officials treat citizens well'],
        shown: ['Kontrata nuk thotë si do të matej', 'The contract does not say how it would be measured'],
        about: ['sjelljen e nëpunësve', 'the conduct of officials'],
        done: ['', ''],
        half: ['', ''],
        testable: 'no',
      },
    ],
    needs: [
      ['Bashkia na kujton vetëm para zgjedhjeve', 'The municipality remembers us only before elections'],
      [
        'Në sportel na flasin sikur u kërkojmë nder',
        'At the counter they speak as if we were asking for a favour',
      ],
    ],
  },
];
