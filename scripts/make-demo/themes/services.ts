import type { Theme } from './theme.ts';

/** Infrastructure: water, sewers, waste and flood protection. */
export const services: readonly Theme[] = [
  {
    key: 'drinking-water',
    field: 'infrastructure',
    coverage: 'listed',
    places: 2,
    n: [12, 24, 2],
    heading: ['Uji i pijshëm', 'Drinking water'],
    says: [
      [
        'Ujë i pijshëm të paktën {n} orë në ditë në {u} dhe {u2}, me cilësi të kontrolluar',
        'Drinking water at least {n} hours a day in {u} and {u2}, of checked quality',
      ],
      [
        'Ndërrimi i rrjetit të amortizuar të ujësjellësit në {u} dhe {u2}',
        'Replace the worn-out water network in {u} and {u2}',
      ],
    ],
    components: [
      {
        says: [
          'Familjet në {u} dhe {u2} kanë ujë të paktën {n} orë në ditë',
          'Households in {u} and {u2} have water at least {n} hours a day',
        ],
        shown: ['Ditar dyjavor i mbajtur nga dhjetë familje', 'A two-week diary kept by ten households'],
        about: ['orët e furnizimit me ujë', 'hours of water supply'],
        done: [
          'Ditarët e dhjetë familjeve tregojnë të paktën {n} orë ujë në ditë',
          'The diaries of ten households show at least {n} hours a day',
        ],
        half: [
          'Ditarët tregojnë rreth {p} orë ujë në ditë në vend të {n}',
          'The diaries show about {p} hours a day instead of {n}',
        ],
        competence: 'shared',
      },
      {
        says: ['Analizat e ujit botohen çdo muaj', 'Water tests are published every month'],
        shown: [
          'Faqja e ujësjellësit dhe e bashkisë, muaj pas muaji',
          'The pages of the utility and the municipality, month by month',
        ],
        about: ['botimin e analizave të ujit', 'publishing the water tests'],
        done: ['Analizat u botuan në të dymbëdhjetë muajt', 'Tests were published in all twelve months'],
        half: ['Analizat u botuan vetëm në pesë muaj', 'Tests were published in five months only'],
      },
      {
        says: ['Rrjeti i vjetër në {u} është ndërruar', 'The old pipes in {u} are replaced'],
        shown: ['Akti i marrjes në dorëzim dhe vëzhgim', 'The acceptance record and a visit'],
        about: ['ndërrimin e rrjetit', 'replacing the pipes'],
        done: [
          'Rrjeti i ri është vënë në punë në gjithë njësinë',
          'The new pipes are in service in the whole unit',
        ],
        half: [
          'Rrjeti është ndërruar vetëm në gjysmën e poshtme të {gu}',
          'The pipes are replaced only in the lower half of {u}',
        ],
        competence: 'shared',
      },
    ],
    needs: [
      ['Uji vjen një herë në dy ditë dhe natën vonë', 'Water comes once in two days, late at night'],
      [
        'Tubat janë të vjetër; uji vjen i turbullt pas çdo shiu',
        'The pipes are old; the water is cloudy after every rain',
      ],
    ],
  },
  {
    key: 'sewerage',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    n: [120, 420, 20],
    heading: ['Kanalizimet', 'Sewerage'],
    says: [
      [
        'Lidhja e {n} familjeve të {gu} me rrjetin e kanalizimeve të ujërave të zeza',
        'Connect {n} households of {u} to the sewer network',
      ],
      [
        'Ndarja e kanalizimeve të ujërave të zeza nga ato të shiut në {u}',
        'Separate the sewers from the storm drains in {u}',
      ],
    ],
    components: [
      {
        says: ['{n} familje në {u} janë lidhur me rrjetin', '{n} households in {u} are connected'],
        shown: [
          'Regjistri i lidhjeve dhe kontroll në tridhjetë shtëpi',
          'The register of connections and a check of thirty houses',
        ],
        about: ['lidhjen e familjeve me kanalizimet', 'connecting households to the sewers'],
        done: [
          'Regjistri dhe kontrolli tregojnë {n} familje të lidhura',
          'The register and the check show {n} connected households',
        ],
        half: ['Janë lidhur {p} nga {n} familje', '{p} of {n} households are connected'],
        competence: 'shared',
      },
      {
        says: [
          'Asnjë derdhje e hapur nuk mbetet pranë shkollës dhe tregut',
          'No open outflow is left near the school and the market',
        ],
        shown: ['Vëzhgim në terren në dy stinë', 'Field visits in two seasons'],
        about: ['mbylljen e derdhjeve të hapura', 'closing the open outflows'],
        done: ['Derdhjet e hapura janë mbyllur', 'The open outflows are closed'],
        half: [
          'Derdhja pranë shkollës u mbyll; ajo e tregut vazhdon',
          'The outflow near the school is closed; the one at the market goes on',
        ],
      },
    ],
    needs: [
      [
        'Gropat septike derdhen në përrua; vera është e padurueshme',
        'Septic pits drain into the stream; summer is unbearable',
      ],
      ['Kur bie shi, ujërat e zeza dalin në rrugë', 'When it rains sewage comes up in the street'],
    ],
  },
  {
    key: 'waste-collection',
    field: 'infrastructure',
    coverage: 'units',
    n: [80, 240, 10],
    heading: ['Mbetjet', 'Waste'],
    says: [
      [
        'Grumbullim i mbetjeve të paktën dy herë në javë në të gjitha njësitë, me {n} kontejnerë të rinj',
        'Waste collection at least twice a week in all units, with {n} new containers',
      ],
      [
        'Shtrirja e shërbimit të pastrimit në çdo fshat, edhe në {u}, dhe ndarja e mbetjeve në burim',
        'Extend waste collection to every village, {u} included, and sort waste at source',
      ],
    ],
    components: [
      {
        says: [
          'Mbetjet merren të paktën dy herë në javë në çdo njësi',
          'Waste is taken at least twice a week in every unit',
        ],
        shown: [
          'Vëzhgim katërjavor në tri pika për njësi',
          'Four weeks of observation at three points per unit',
        ],
        about: ['shpeshtësinë e grumbullimit', 'the frequency of waste collection'],
        done: [
          'Vëzhgimi katërjavor tregon dy marrje në javë në çdo njësi',
          'Four weeks of observation show two collections a week in every unit',
        ],
        half: [
          'Dy herë në javë në qytet, një herë ose më pak në fshatra',
          'Twice a week in the town, once or less in the villages',
        ],
      },
      {
        says: ['Janë vendosur {n} kontejnerë të rinj', '{n} new containers are in place'],
        shown: ['Fatura e blerjes dhe numërim në terren', 'The purchase invoice and a count on the ground'],
        about: ['kontejnerët e rinj', 'the new containers'],
        done: ['U numëruan {n} kontejnerë të rinj', '{n} new containers were counted'],
        half: [
          'U numëruan {p} nga {n} kontejnerët e premtuar',
          '{p} of the {n} promised containers were counted',
        ],
      },
      {
        says: [
          'Letra, plastika dhe qelqi grumbullohen veç në qytet',
          'Paper, plastic and glass are collected apart in the town',
        ],
        shown: [
          'Vëzhgim i mjeteve dhe kontrata e operatorit',
          "Watching the trucks, and the operator's contract",
        ],
        about: ['ndarjen e mbetjeve', 'sorting of waste'],
        done: [
          'Tri llojet grumbullohen dhe përpunohen veç',
          'The three kinds are collected and treated apart',
        ],
        half: [
          'Ka kosha të ndarë, por një mjet i merr të gjitha bashkë',
          'There are separate bins, but one truck takes everything together',
        ],
      },
    ],
    needs: [
      ['Koshat mbushen plot dhe askush nuk vjen me javë', 'The bins overflow and nobody comes for weeks'],
      [
        'Në {u} nuk ka asnjë kosh; mbetjet digjen buzë rrugës',
        'There is no bin in {u}; rubbish is burnt by the roadside',
      ],
    ],
  },
  {
    key: 'illegal-dump',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    heading: ['Vendgrumbullimi i paligjshëm', 'Illegal dump'],
    says: [
      [
        'Mbyllja dhe pastrimi i vendgrumbullimit të paligjshëm të mbetjeve në {u}',
        'Close and clean the illegal dump in {u}',
      ],
      [
        'Rehabilitimi i fushës së mbetjeve pranë lumit në {u} dhe ndalimi i djegies',
        'Restore the dumping ground by the river in {u} and stop the burning',
      ],
    ],
    components: [
      {
        says: ['Vendi në {u} është pastruar dhe rrethuar', 'The site in {u} is cleaned and fenced'],
        shown: ['Foto para dhe pas, nga e njëjta pikë', 'Photographs before and after, from the same point'],
        about: ['pastrimin e vendit', 'cleaning the site'],
        done: [
          'Vendi është pastruar, mbuluar me dhe e rrethuar',
          'The site is cleaned, covered with soil and fenced',
        ],
        half: [
          'Mbetjet u larguan nga ana e rrugës; pjesa e poshtme mbetet',
          'Waste was removed on the road side; the lower part remains',
        ],
      },
      {
        says: [
          'Për gjashtë muaj nuk ka mbetje të reja as djegie',
          'For six months there is no new waste and no burning',
        ],
        shown: ['Vëzhgime mujore dhe dëshmi të banorëve', 'Monthly visits and accounts by residents'],
        about: ['ndalimin e hedhjes dhe të djegies', 'stopping dumping and burning'],
        done: [
          'Në gjashtë vëzhgime mujore nuk u gjetën mbetje të reja',
          'Six monthly visits found no new waste',
        ],
        half: [
          'Djegia ka pushuar, por hedhja vazhdon natën',
          'The burning has stopped, but dumping goes on at night',
        ],
      },
    ],
    needs: [
      [
        'Tymi i mbetjeve që digjen hyn në shtëpi; fëmijët kolliten',
        'Smoke from burning waste enters our homes; the children cough',
      ],
      ['Bregu i lumit është kthyer në plehra', 'The river bank has become a rubbish heap'],
    ],
  },
  {
    key: 'flood-protection',
    field: 'infrastructure',
    coverage: 'listed',
    places: 2,
    lands: ['valley', 'coast'],
    n: [2, 9, 0.5],
    heading: ['Mbrojtja nga përmbytjet', 'Flood protection'],
    says: [
      [
        'Pastrimi çdo vjeshtë i {n} km kanale kulluese në {u} dhe {u2} dhe përforcimi i argjinaturës',
        'Clean {n} km of drainage canals in {u} and {u2} each autumn and strengthen the embankment',
      ],
      [
        'Mbrojtja e shtëpive dhe tokave në {u} dhe {u2} nga përmbytjet e dimrit',
        'Protect the homes and land of {u} and {u2} from winter floods',
      ],
    ],
    components: [
      {
        says: [
          '{n} km kanale pastrohen para 1 nëntorit të çdo viti',
          '{n} km of canals are cleaned before 1 November of each year',
        ],
        shown: ['Vëzhgim në tetor dhe situacionet e punimeve', 'A visit in October and the work records'],
        about: ['pastrimin e kanaleve', 'cleaning the canals'],
        done: ['Të gjithë {n} km u pastruan para 1 nëntorit', 'All {n} km were cleaned before 1 November'],
        half: [
          'U pastruan {p} nga {n} km, një pjesë pas përmbytjes së parë',
          '{p} of {n} km were cleaned, some after the first flood',
        ],
      },
      {
        says: [
          'Argjinatura në {u} është përforcuar në pikat e dobëta',
          'The embankment in {u} is strengthened at its weak points',
        ],
        shown: ['Vëzhgim me inxhinier të pavarur', 'A visit with an independent engineer'],
        about: ['përforcimin e argjinaturës', 'strengthening the embankment'],
        done: [
          'Pikat e dobëta janë përforcuar me gurë dhe gabiona',
          'The weak points are strengthened with rock and gabions',
        ],
        half: ['Është përforcuar një nga tri pikat e dobëta', 'One of the three weak points is strengthened'],
        competence: 'shared',
      },
    ],
    needs: [
      [
        'Çdo dhjetor uji hyn në oborre; kanalet janë të bllokuara',
        'Every December water enters the yards; the canals are blocked',
      ],
      [
        'Argjinatura është çarë që nga përmbytja e fundit',
        'The embankment has been cracked since the last flood',
      ],
    ],
  },
  {
    key: 'landslide-wall',
    field: 'infrastructure',
    coverage: 'listed',
    places: 1,
    lands: ['mountain'],
    n: [60, 180, 10],
    heading: ['Rrëshqitjet', 'Landslides'],
    says: [
      [
        'Mur mbajtës prej {n} metrash mbi shtëpitë e rrezikuara nga rrëshqitja në {u}',
        'A retaining wall of {n} metres above the homes threatened by the landslide in {u}',
      ],
      [
        'Masa kundër rrëshqitjes së dheut në {u}: mur, kullim dhe pyllëzim',
        'Measures against the landslide in {u}: a wall, drainage and tree planting',
      ],
    ],
    components: [
      {
        says: [
          'Muri mbajtës ka {n} metra dhe është kolauduar',
          'The retaining wall is {n} metres long and has passed inspection',
        ],
        shown: [
          'Akti i kolaudimit dhe matje në terren',
          'The inspection certificate and a measurement on site',
        ],
        about: ['murin mbajtës', 'the retaining wall'],
        done: ['Muri prej {n} metrash është kolauduar', 'The wall of {n} metres has passed inspection'],
        half: ['Janë ndërtuar {p} nga {n} metra mur', '{p} of {n} metres of wall are built'],
        competence: 'shared',
      },
      {
        says: [
          'Shpati mbi shtëpi është mbjellë dhe kullohet',
          'The slope above the houses is planted and drained',
        ],
        shown: ['Vëzhgim në pranverë dhe në vjeshtë', 'Visits in spring and in autumn'],
        about: ['pyllëzimin dhe kullimin e shpatit', 'planting and draining the slope'],
        done: ['Fidanët kanë zënë dhe kullimi punon', 'The saplings have taken and the drain works'],
        half: ['Fidanët u mbollën; kullimi nuk është hapur', 'Saplings were planted; the drain is not dug'],
      },
    ],
    needs: [
      [
        'Shpati lëviz çdo pranverë; tri shtëpi janë çarë',
        'The slope moves every spring; three houses have cracked',
      ],
      ['Gurët bien në rrugë mbi shkollë', 'Stones fall on the road above the school'],
    ],
  },
];
