import type { Theme } from './theme.ts';

/** Local democracy and good governance. */
export const governance: readonly Theme[] = [
  {
    key: 'hearings',
    field: 'governance',
    coverage: 'units',
    n: [1, 3, 1],
    heading: ['Dëgjesat publike', 'Public hearings'],
    says: [
      [
        'Dëgjesa për buxhetin në çdo njësi administrative të {gm}, të njoftuara dhjetë ditë përpara',
        'Budget hearings in every administrative unit of {m}, announced ten days ahead',
      ],
      [
        'Konsultim publik i buxhetit në çdo njësi, edhe në {u}, dhe përgjigje me shkrim për çdo kërkesë',
        'Public consultation of the budget in every unit, {u} included, with a written answer to each request',
      ],
    ],
    components: [
      {
        says: [
          'Çdo vit mbahet të paktën një dëgjesë buxheti në çdo njësi',
          'At least one budget hearing is held in each unit every year',
        ],
        shown: ['Procesverbalet dhe pjesëmarrja e monitoruesve', 'Minutes and the presence of monitors'],
        about: ['dëgjesat në njësi', 'hearings in the units'],
        done: ['U mbajt dëgjesë në çdo njësi', 'A hearing was held in every unit'],
        half: [
          'Dëgjesat u mbajtën në qytet dhe në gjysmën e njësive',
          'Hearings were held in the town and in half of the units',
        ],
      },
      {
        says: [
          'Njoftimi del dhjetë ditë përpara, në faqe dhe në njësi',
          'The notice is out ten days ahead, online and in the unit',
        ],
        shown: [
          'Foto e njoftimit me datë dhe kopje e faqes',
          'A dated photograph of the notice and a copy of the page',
        ],
        about: ['njoftimin e dëgjesave', 'notice of the hearings'],
        done: [
          'Të gjitha njoftimet dolën të paktën dhjetë ditë përpara',
          'All notices were out at least ten days ahead',
        ],
        half: ['Njoftimet dolën mesatarisht katër ditë përpara', 'Notices came four days ahead on average'],
      },
      {
        says: [
          'Çdo kërkesë e dëgjesës merr përgjigje me shkrim',
          'Each request made at a hearing gets a written answer',
        ],
        shown: ['Tabela e kërkesave dhe e përgjigjeve', 'The table of requests and answers'],
        about: ['përgjigjet ndaj kërkesave', 'answers to the requests'],
        done: [
          'Tabela me përgjigjet u botua bashkë me buxhetin',
          'The table of answers was published with the budget',
        ],
        half: ['Rreth gjysma e kërkesave morën përgjigje', 'About half of the requests were answered'],
        testable: 'partly',
      },
    ],
    needs: [
      [
        'Për dëgjesën e buxhetit e mësuam pasi ishte mbajtur',
        'We learnt of the budget hearing after it had been held',
      ],
      [
        'Dëgjesat bëhen vetëm në qytet, në orar pune',
        'Hearings are held only in the town, during working hours',
      ],
    ],
  },
  {
    key: 'council-online',
    field: 'governance',
    coverage: 'municipality',
    heading: ['Transparenca e këshillit', 'Transparency of the council'],
    says: [
      [
        'Botimi i vendimeve të Këshillit Bashkiak {m} brenda dhjetë ditësh dhe transmetimi i mbledhjeve',
        'Publish the decisions of the Municipal Council of {m} within ten days and stream its sittings',
      ],
      [
        'Rendi i ditës, materialet dhe votimet e Këshillit Bashkiak {m} të hapura për publikun',
        'Agenda, papers and votes of the Municipal Council of {m} open to the public',
      ],
    ],
    components: [
      {
        says: ['Çdo vendim botohet brenda dhjetë ditësh', 'Every decision is published within ten days'],
        shown: [
          'Krahasimi i regjistrit të vendimeve me faqen',
          'The register of decisions compared with the page',
        ],
        about: ['botimin e vendimeve', 'publishing decisions'],
        done: [
          'Të gjitha vendimet e vitit u botuan brenda afatit',
          'All decisions of the year were published in time',
        ],
        half: [
          'Vendimet botohen, por mesatarisht pas 32 ditësh',
          'Decisions are published, but after 32 days on average',
        ],
      },
      {
        says: ['Mbledhjet transmetohen dhe regjistrimet ruhen', 'Sittings are streamed and recordings kept'],
        shown: ['Lista e mbledhjeve dhe e regjistrimeve', 'The list of sittings and recordings'],
        about: ['transmetimin e mbledhjeve', 'streaming of sittings'],
        done: ['Të gjitha mbledhjet janë transmetuar dhe ruajtur', 'All sittings were streamed and kept'],
        half: [
          'Mbledhjet transmetohen, por regjistrimet fshihen pas një jave',
          'Sittings are streamed, but recordings are deleted after a week',
        ],
      },
      {
        says: ['Votimi emëror i çdo këshilltari botohet', 'How each councillor voted is published'],
        shown: ['Procesverbalet e botuara', 'The published minutes'],
        about: ['votimin emëror', 'roll-call votes'],
        done: [
          'Votat e çdo këshilltari botohen në procesverbale',
          "Each councillor's votes are published in the minutes",
        ],
        half: ['Votat botohen vetëm për buxhetin', 'Votes are published for the budget only'],
      },
    ],
    needs: [
      [
        'Nuk gjejmë dot vendimet e këshillit në faqen e bashkisë',
        "We cannot find the council's decisions on the municipal page",
      ],
      ['Duam të dimë si voton këshilltari ynë', 'We want to know how our councillor votes'],
    ],
  },
  {
    key: 'youth-budget',
    field: 'governance',
    coverage: 'municipality',
    n: [1, 3, 0.5],
    heading: ['Zëri për rininë në buxhet', 'Budget line for youth'],
    says: [
      [
        'Zë i veçantë për rininë në buxhetin vjetor, jo më pak se {n} % e shpenzimeve',
        'A separate line for youth in the yearly budget, not under {n} % of spending',
      ],
      [
        'Buxhet për rininë e {gm} që vendoset bashkë me të rinjtë dhe raportohet çdo vit',
        'A youth budget in {m}, decided together with young people and reported each year',
      ],
    ],
    components: [
      {
        says: [
          'Buxheti i miratuar ka një zë të veçantë për rininë prej të paktën {n} %',
          'The adopted budget has a youth line of at least {n} %',
        ],
        shown: ['Buxheti i miratuar, tabela e programeve', 'The adopted budget, table of programmes'],
        about: ['zërin e buxhetit për rininë', 'the budget line for youth'],
        done: ['Zëri është në buxhet dhe arrin {n} %', 'The line is in the budget and reaches {n} %'],
        half: ['Zëri është në buxhet, por më i vogël se {n} %', 'The line is in the budget, but under {n} %'],
      },
      {
        says: [
          'Të paktën 80 % e zërit shpenzohet brenda vitit',
          'At least 80 % of the line is spent within the year',
        ],
        shown: ['Raporti i zbatimit të buxhetit', 'The report on budget execution'],
        about: ['shpenzimin e fondit për rininë', 'spending of the youth line'],
        done: ['U shpenzua 91 % e fondit', '91 % of the line was spent'],
        half: ['U shpenzua 47 % e fondit', '47 % of the line was spent'],
      },
    ],
    needs: [
      [
        'Bashkia nuk ka asnjë fond për nismat e të rinjve',
        "The municipality has no money for young people's initiatives",
      ],
      [
        'Fondi i rinisë shkon për festa; ne kërkojmë kurse',
        'The youth money goes on celebrations; we ask for courses',
      ],
    ],
  },
  {
    key: 'participatory-budget',
    field: 'governance',
    coverage: 'units',
    n: [3, 8, 1],
    heading: ['Buxhetimi me pjesëmarrje', 'Participatory budgeting'],
    says: [
      [
        'Buxhetim me pjesëmarrje: {n} % e investimeve vendoset me votën e banorëve të njësive',
        'Participatory budgeting: {n} % of investment is decided by vote of the residents of the units',
      ],
      [
        'Çdo njësi administrative e {gm} zgjedh me votë një projekt në vit',
        'Each administrative unit of {m} chooses one project a year by vote',
      ],
    ],
    components: [
      {
        says: ['Banorët votojnë projektet në çdo njësi', 'Residents vote on projects in every unit'],
        shown: ['Procesverbalet e votimit dhe vëzhgim', 'Minutes of the vote and observation'],
        about: ['votimin e projekteve', 'the vote on projects'],
        done: ['Votimi u mbajt në të gjitha njësitë', 'The vote was held in all units'],
        half: ['Votimi u mbajt në dy njësi si provë', 'The vote was held in two units as a trial'],
      },
      {
        says: [
          'Projektet fituese zbatohen brenda vitit pasues',
          'Winning projects are carried out within the next year',
        ],
        shown: ['Lista e projekteve, e krahasuar në terren', 'The list of projects, checked on the ground'],
        about: ['zbatimin e projekteve fituese', 'carrying out the winning projects'],
        done: ['Të gjitha projektet fituese janë zbatuar', 'All winning projects have been carried out'],
        half: [
          'Është zbatuar rreth gjysma e projekteve fituese',
          'About half of the winning projects have been carried out',
        ],
      },
    ],
    needs: [
      [
        'Duam të vendosim vetë për një projekt në njësi',
        'We want to decide on one project in the unit ourselves',
      ],
      [
        'Projektet që votuam vjet ende nuk kanë nisur',
        'The projects we voted for last year have not started',
      ],
    ],
  },
  {
    key: 'one-stop-shop',
    field: 'governance',
    coverage: 'municipality',
    n: [10, 20, 5],
    heading: ['Zyra me një ndalesë', 'One-stop office'],
    says: [
      [
        'Zyrë me një ndalesë ku çdo ankesë merr numër dhe përgjigje brenda {n} ditësh',
        'A one-stop office where every complaint gets a number and an answer within {n} days',
      ],
      [
        'Përgjigje brenda {n} ditësh për kërkesat dhe ankesat e qytetarëve, edhe nga njësitë',
        "An answer within {n} days to residents' requests and complaints, from the units too",
      ],
    ],
    components: [
      {
        says: [
          'Zyra pranon kërkesa çdo ditë dhe jep numër protokolli',
          'The office takes requests every day and gives a reference number',
        ],
        shown: ['Pesë kërkesa prove', 'Five trial requests'],
        about: ['zyrën me një ndalesë', 'the one-stop office'],
        done: ['Pesë kërkesat e provës morën numër në çast', 'All five trial requests got a number at once'],
        half: [
          'Zyra është hapur, por numri i protokollit jepet pas ditësh',
          'The office is open, but the number comes days later',
        ],
      },
      {
        says: [
          '90 % e ankesave marrin përgjigje brenda {n} ditësh',
          '90 % of complaints are answered within {n} days',
        ],
        shown: [
          'Regjistri i ankesave dhe kërkesat e provës',
          'The register of complaints and the trial requests',
        ],
        about: ['afatin e përgjigjeve', 'the time to answer'],
        done: ['93 % e ankesave morën përgjigje brenda afatit', '93 % of complaints were answered in time'],
        half: ['58 % e ankesave morën përgjigje brenda afatit', '58 % of complaints were answered in time'],
      },
    ],
    needs: [
      [
        'Për një vërtetim shkojmë tre herë në bashki',
        'For one certificate we go to the town hall three times',
      ],
      ['Ankesat humbin; askush nuk na përgjigjet', 'Complaints get lost; nobody answers us'],
    ],
  },
  {
    key: 'contracts-register',
    field: 'governance',
    coverage: 'municipality',
    heading: ['Regjistri i kontratave', 'Register of contracts'],
    says: [
      [
        'Botimi i kontratave të prokurimit të Bashkisë {m} dhe i shtesave të tyre në një regjistër të hapur',
        'Publish the procurement contracts of {m} Municipality and their amendments in an open register',
      ],
      [
        'Program transparence i plotë: kontrata, pagesa dhe raporte në faqen e Bashkisë {m}',
        'A full transparency programme: contracts, payments and reports on the page of {m} Municipality',
      ],
    ],
    components: [
      {
        says: [
          'Regjistri i kontratave është në faqe dhe përditësohet çdo muaj',
          'The register of contracts is online and updated monthly',
        ],
        shown: ['Kopje e faqes në dymbëdhjetë muaj', 'Copies of the page over twelve months'],
        about: ['regjistrin e kontratave', 'the register of contracts'],
        done: ['Regjistri u përditësua në çdo muaj', 'The register was updated every month'],
        half: [
          'Regjistri është në faqe, i përditësuar për herë të fundit gjashtë muaj më parë',
          'The register is online, last updated six months ago',
        ],
      },
      {
        says: ['Regjistri shkarkohet në format të hapur', 'The register can be downloaded in an open format'],
        shown: ['Prova e shkarkimit', 'A test download'],
        about: ['formatin e hapur', 'the open format'],
        done: ['Regjistri shkarkohet si CSV', 'The register downloads as CSV'],
        half: ['Regjistri jepet vetëm si skanim PDF', 'The register is given as a scanned PDF only'],
      },
    ],
    needs: [
      [
        'Duam të dimë sa kushtoi rruga dhe kush e ndërtoi',
        'We want to know what the road cost and who built it',
      ],
      ['Faqja e bashkisë është pa të dhëna prej vitesh', 'The municipal page has had no data for years'],
    ],
  },
  {
    key: 'village-heads',
    field: 'governance',
    coverage: 'units',
    heading: ['Strukturat komunitare', 'Community structures'],
    says: [
      [
        'Zgjedhja e kryetarëve të fshatrave dhe e strukturave komunitare në {m} me pjesëmarrje të grave dhe të rinjve',
        'Elect village heads and community structures in {m} with women and young people taking part',
      ],
      [
        'Këshilla komunitare funksionale në lagje dhe fshatra, edhe në {u}, me takime çdo tre muaj',
        'Working community councils in neighbourhoods and villages, {u} included, meeting every three months',
      ],
    ],
    components: [
      {
        says: ['Strukturat janë zgjedhur në çdo njësi', 'The structures are elected in every unit'],
        shown: ['Procesverbalet e zgjedhjes', 'Minutes of the elections'],
        about: ['zgjedhjen e strukturave', 'electing the structures'],
        done: ['Strukturat u zgjodhën në të gjitha njësitë', 'The structures were elected in all units'],
        half: [
          'Strukturat u zgjodhën në më shumë se gjysmën e njësive',
          'The structures were elected in over half of the units',
        ],
      },
      {
        says: ['Ato mblidhen të paktën çdo tre muaj', 'They meet at least every three months'],
        shown: ['Procesverbalet dhe fjala e anëtarëve', "Minutes and the members' word"],
        about: ['mbledhjet e strukturave', 'meetings of the structures'],
        done: ['Procesverbalet tregojnë takime çdo tremujor', 'Minutes show a meeting each quarter'],
        half: ['U mbajt vetëm një takim në vit', 'Only one meeting was held in the year'],
      },
    ],
    needs: [
      ['Kryetari i fshatit u caktua, nuk u zgjodh', 'The village head was appointed, not elected'],
      [
        'Lagjja nuk ka kush ta përfaqësojë në bashki',
        'The neighbourhood has nobody to speak for it at the town hall',
      ],
    ],
  },
];
