import type { Theme } from './theme.ts';

/** Local economic development: farms, women's enterprises, small taxes, fishing. */
export const livelihoods: readonly Theme[] = [
  {
    key: 'collection-point',
    field: 'economy',
    coverage: 'listed',
    places: 1,
    n: [20, 80, 10],
    heading: ['Pika e grumbullimit', 'Collection point'],
    says: [
      [
        'Pikë grumbullimi dhe ftohjeje për prodhimet bujqësore në {u}, me kapacitet {n} ton',
        'A collection and cold-storage point for farm produce in {u}, with a capacity of {n} tonnes',
      ],
      [
        'Mbështetje për fermerët e {gu} që ta shesin prodhimin bashkë',
        'Support for the farmers of {u} to sell their produce together',
      ],
    ],
    components: [
      {
        says: [
          'Pika në {u} pranon dhe ftoh {n} ton prodhime',
          'The point in {u} takes and cools {n} tonnes of produce',
        ],
        shown: ['Vëzhgim në sezon dhe regjistri i pranimeve', 'A visit in season and the intake register'],
        about: ['pikën e grumbullimit', 'the collection point'],
        done: [
          'Pika punon me kapacitetin e plotë prej {n} ton',
          'The point works at its full capacity of {n} tonnes',
        ],
        half: [
          'Pika punon me {p} nga {n} ton kapacitet',
          'The point works with {p} of {n} tonnes of capacity',
        ],
        competence: 'shared',
      },
      {
        says: [
          'Fermerët kanë një shoqëri bashkëpunimi të regjistruar',
          'The farmers have a registered cooperative society',
        ],
        shown: [
          'Regjistri i shoqërive dhe intervistë me anëtarët',
          'The register of companies and an interview with members',
        ],
        about: ['shoqërinë e bashkëpunimit', 'the cooperative society'],
        done: [
          'Shoqëria është regjistruar dhe ka lidhur kontratën e parë',
          'The society is registered and has its first contract',
        ],
        half: [
          'Fermerët mblidhen dhe shesin bashkë, pa regjistrim',
          'Farmers meet and sell together, without registration',
        ],
      },
    ],
    needs: [
      [
        "Rrushi na prishet sepse s'kemi ku ta ftohim",
        'Our grapes spoil because we have nowhere to cool them',
      ],
      ['Tregtarët e blejnë prodhimin me gjysmë çmimi', 'Traders buy our produce at half price'],
    ],
  },
  {
    key: 'women-enterprise',
    field: 'economy',
    coverage: 'municipality',
    n: [10, 40, 5],
    heading: ['Sipërmarrjet e grave', "Women's enterprises"],
    says: [
      [
        'Fond i vogël për {n} sipërmarrje të grave në vit dhe panair i produkteve të tyre',
        "A small fund for {n} women's enterprises a year and a fair of their products",
      ],
      [
        'Lehtësim i taksave vendore dhe trajnim për gratë që hapin biznes në {m}',
        'Relief from local taxes and training for women who open a business in {m}',
      ],
    ],
    components: [
      {
        says: ['{n} gra kanë marrë mbështetje nga fondi', '{n} women have had support from the fund'],
        shown: [
          'Lista e përfitueseve dhe intervista me to',
          'The list of beneficiaries and interviews with them',
        ],
        about: ['fondin për gratë', 'the fund for women'],
        done: ['Fondi mbështeti {n} sipërmarrje', 'The fund supported {n} enterprises'],
        half: ['Fondi mbështeti {p} nga {n} sipërmarrje', 'The fund supported {p} of {n} enterprises'],
      },
      {
        says: [
          'Panairi mbahet çdo vit, pa pagesë për shitëset',
          'The fair is held every year, free for the sellers',
        ],
        shown: ['Vëzhgim i panairit', 'A visit to the fair'],
        about: ['panairin vjetor', 'the yearly fair'],
        done: ['Panairi u mbajt pa pagesë', 'The fair was held free of charge'],
        half: [
          'Panairi u mbajt, por shitëset paguan vendin',
          'The fair was held, but sellers paid for their stand',
        ],
      },
    ],
    needs: [
      ["Duam ku t'i shesim punimet e dorës dhe reçelrat", 'We want a place to sell our crafts and preserves'],
      [
        'Bankat nuk na japin kredi; një fond i vogël do të mjaftonte',
        'Banks give us no credit; a small fund would be enough',
      ],
    ],
  },
  {
    key: 'small-taxes',
    field: 'economy',
    coverage: 'municipality',
    heading: ['Taksat vendore', 'Local taxes'],
    says: [
      [
        'Paketë fiskale e konsultuar me bizneset e vogla të {gm} dhe e njohur tre muaj para se të zbatohet',
        'A fiscal package consulted with the small businesses of {m} and known three months before it applies',
      ],
      [
        'Përjashtim i bizneseve të reja familjare në {m} nga taksat vendore për vitin e parë',
        'Exempt new family businesses in {m} from local taxes for the first year',
      ],
    ],
    components: [
      {
        says: [
          'Paketa diskutohet me bizneset në të paktën dy takime',
          'The package is discussed with businesses in at least two meetings',
        ],
        shown: ['Procesverbalet dhe fjala e bizneseve', "Minutes and the businesses' word"],
        about: ['konsultimin e paketës fiskale', 'consultation of the fiscal package'],
        done: [
          'U mbajtën dy takime me procesverbale të botuara',
          'Two meetings were held, with published minutes',
        ],
        half: [
          'U mbajt vetëm një takim, dy ditë para votimit',
          'Only one meeting was held, two days before the vote',
        ],
      },
      {
        says: [
          'Biznesi i ri familjar nuk paguan taksa vendore vitin e parë',
          'A new family business pays no local tax in its first year',
        ],
        shown: [
          'Paketa fiskale dhe faturat e dhjetë bizneseve',
          'The fiscal package and bills of ten businesses',
        ],
        about: ['përjashtimin e vitit të parë', 'the first-year exemption'],
        done: [
          'Dhjetë bizneset e pyetura nuk paguan taksa vendore',
          'The ten businesses asked paid no local tax',
        ],
        half: [
          'Përjashtimi zbatohet për taksën e pastrimit, jo për të tjerat',
          'The exemption covers the cleaning tax, not the others',
        ],
      },
    ],
    needs: [
      ['Taksa e tabelës u dyfishua pa na pyetur', 'The sign tax doubled without anyone asking us'],
      ['Dyqanet e vogla paguajnë njësoj si supermarketet', 'Small shops pay the same as supermarkets'],
    ],
  },
  {
    key: 'fishing-harbour',
    field: 'economy',
    coverage: 'listed',
    places: 1,
    lands: ['coast'],
    n: [30, 70, 5],
    heading: ['Porti i peshkimit', 'Fishing harbour'],
    says: [
      [
        'Rregullimi i molit të peshkimit në {u} për {n} varka, me akull dhe vend për shitje',
        'Repair the fishing pier in {u} for {n} boats, with ice and a place to sell',
      ],
      [
        'Vend i sigurt për varkat dhe treg peshku në {u}',
        'A safe place for the boats and a fish market in {u}',
      ],
    ],
    components: [
      {
        says: ['Moli në {u} ka vend të sigurt për {n} varka', 'The pier in {u} has safe room for {n} boats'],
        shown: ['Numërim në terren bashkë me peshkatarët', 'A count on site together with fishers'],
        about: ['molin e peshkimit', 'the fishing pier'],
        done: ['U numëruan {n} vende të përdorshme', '{n} usable berths were counted'],
        half: ['U numëruan {p} vende të përdorshme nga {n}', '{p} of {n} usable berths were counted'],
        competence: 'shared',
      },
      {
        says: [
          'Tregu i peshkut ka akull dhe banakë të larë çdo ditë',
          'The fish market has ice and counters washed every day',
        ],
        shown: ['Tri vizita në mëngjes', 'Three morning visits'],
        about: ['tregun e peshkut', 'the fish market'],
        done: [
          'Akulli dhe pastërtia u vërtetuan në tri vizita',
          'Ice and cleanliness were confirmed on three visits',
        ],
        half: [
          'Banakët janë gati; makina e akullit nuk punon',
          'The counters are ready; the ice machine does not work',
        ],
      },
    ],
    needs: [
      [
        'Moli është thyer nga dallgët; varkat përplasen',
        'The pier is broken by the waves; boats knock against each other',
      ],
      ['E shesim peshkun në tokë, pa akull', 'We sell fish on the ground, without ice'],
    ],
  },
  {
    key: 'pastures-forests',
    field: 'economy',
    coverage: 'listed',
    places: 2,
    lands: ['mountain'],
    n: [30, 90, 10],
    heading: ['Kullotat dhe pyjet', 'Pastures and forests'],
    says: [
      [
        'Kontrata kullote për {n} familje blegtorale në {u} dhe {u2}, me çmim të njohur dhe ujë për bagëtinë',
        'Pasture leases for {n} herding families in {u} and {u2}, at a known price and with water for livestock',
      ],
      [
        'Ndalimi i prerjes së pyjeve në {u} dhe {u2} dhe rregull në dhënien e druve të zjarrit',
        'Stop the felling of forests in {u} and {u2} and give out firewood by clear rules',
      ],
    ],
    components: [
      {
        says: ['{n} familje kanë kontratë kullote', '{n} families have a pasture lease'],
        shown: [
          'Regjistri i kontratave dhe fjala e blegtorëve',
          "The register of leases and the herders' word",
        ],
        about: ['kontratat e kullotave', 'pasture leases'],
        done: ['Kontratat u lidhën me {n} familje', 'Leases were signed with {n} families'],
        half: ['Kontratat u lidhën me {p} nga {n} familje', 'Leases were signed with {p} of {n} families'],
      },
      {
        says: [
          'Lista e druve të zjarrit shpallet para tetorit',
          'The firewood list is posted before October',
        ],
        shown: ['Foto e listës në njësi', 'A photograph of the list in the unit'],
        about: ['listën e druve të zjarrit', 'the firewood list'],
        done: ['Lista u shpall në kohë në të dyja njësitë', 'The list was posted in time in both units'],
        half: ['Lista u shpall me vonesë, në nëntor', 'The list was posted late, in November'],
      },
    ],
    needs: [
      [
        'Kullota jepet pa rregull; nuk dimë sa kushton',
        'Pasture is given out without rules; we do not know the price',
      ],
      ['Pylli pritet natën dhe askush nuk e ndalon', 'The forest is felled at night and nobody stops it'],
    ],
  },
];
