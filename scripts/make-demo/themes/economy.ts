import type { Theme } from './theme.ts';

/** Local economic development. */
export const economy: readonly Theme[] = [
  {
    key: 'market',
    field: 'economy',
    coverage: 'listed',
    places: 1,
    n: [40, 120, 10],
    heading: ['Tregu', 'Market'],
    says: [
      [
        'Treg i mbuluar me {n} tezga në {u}, me ujë, tualete dhe tarifë të ulur për fermerët',
        'A covered market with {n} stalls in {u}, with water, toilets and a low fee for farmers',
      ],
      [
        'Vend i rregullt për shitësit dhe fermerët në {u}, larg rrugës kryesore',
        'A proper place for traders and farmers in {u}, away from the main road',
      ],
    ],
    components: [
      {
        says: ['Tregu në {u} ka {n} tezga të mbuluara', 'The market in {u} has {n} covered stalls'],
        shown: ['Vëzhgim në ditë tregu', 'A visit on market day'],
        about: ['tezgat e mbuluara', 'the covered stalls'],
        done: [
          'Në ditën e tregut u numëruan {n} tezga të mbuluara',
          '{n} covered stalls were counted on market day',
        ],
        half: ['U numëruan {p} nga {n} tezga', '{p} of {n} stalls were counted'],
      },
      {
        says: ['Tregu ka ujë dhe tualete të pastra', 'The market has water and clean toilets'],
        shown: ['Vëzhgim me listë kontrolli', 'A visit with a checklist'],
        about: ['ujin dhe tualetet e tregut', 'water and toilets at the market'],
        done: ['Uji dhe tualetet punojnë', 'Water and toilets work'],
        half: ['Ka ujë, por tualetet janë të mbyllura', 'There is water, but the toilets are locked'],
      },
      {
        says: ['Fermerët e vegjël paguajnë gjysmën e tarifës', 'Small farmers pay half of the fee'],
        shown: ['Paketa fiskale dhe dëftesat e pagesës', 'The fiscal package and payment receipts'],
        about: ['tarifën e fermerëve', "the farmers' fee"],
        done: ['Dëftesat tregojnë gjysmën e tarifës', 'Receipts show half of the fee'],
        half: [
          'Ulja u miratua, por disa dëftesa tregojnë tarifën e plotë',
          'The cut was adopted, but some receipts show the full fee',
        ],
      },
    ],
    needs: [
      ['Shesim buzë rrugës, në diell e në shi', 'We sell by the roadside, in sun and rain'],
      ['Tarifa e tezgës është sa fitimi i ditës', "The stall fee is as much as a day's profit"],
    ],
  },
  {
    key: 'irrigation',
    field: 'economy',
    coverage: 'listed',
    places: 2,
    lands: ['valley', 'coast', 'mountain'],
    n: [120, 480, 20],
    heading: ['Vaditja', 'Irrigation'],
    says: [
      [
        'Ujë për vaditje për {n} hektarë në {u} dhe {u2}, me orar të ndarë drejt',
        'Irrigation water for {n} hectares in {u} and {u2}, shared out fairly by timetable',
      ],
      [
        'Pastrimi dhe betonimi i kanaleve vaditëse në {u} dhe {u2}',
        'Clean and line the irrigation canals in {u} and {u2}',
      ],
    ],
    components: [
      {
        says: ['{n} hektarë marrin ujë gjatë sezonit', '{n} hectares get water during the season'],
        shown: ['Vëzhgim në korrik dhe fjala e fermerëve', "A visit in July and the farmers' word"],
        about: ['ujin për vaditje', 'irrigation water'],
        done: ['Të {n} hektarët morën ujë gjatë sezonit', 'All {n} hectares had water during the season'],
        half: ['Morën ujë {p} nga {n} hektarë', '{p} of {n} hectares had water'],
        competence: 'shared',
      },
      {
        says: [
          'Orari i vaditjes shpallet para 1 qershorit',
          'The irrigation timetable is posted before 1 June',
        ],
        shown: ['Foto e njoftimit me datë', 'A dated photograph of the notice'],
        about: ['orarin e vaditjes', 'the irrigation timetable'],
        done: ['Orari u shpall në kohë në çdo fshat', 'The timetable was posted in time in each village'],
        half: [
          'Orari u shpall në korrik, vetëm në një fshat',
          'The timetable was posted in July, in one village only',
        ],
      },
    ],
    needs: [
      ['Në korrik nuk ka ujë për misrin', 'In July there is no water for the maize'],
      ['Kanali vaditës është i mbushur me dhé', 'The irrigation canal is filled with earth'],
    ],
  },
  {
    key: 'business-desk',
    field: 'economy',
    coverage: 'municipality',
    n: [40, 160, 20],
    heading: ['Ndihma për bizneset', 'Help for businesses'],
    says: [
      [
        'Sportel falas që ndihmon regjistrimin e bizneseve të vogla, të paktën {n} në vit',
        'A free desk that helps small businesses register, at least {n} a year',
      ],
      [
        'Informim i rregullt për bizneset e reja në {m}: regjistrim, taksa vendore, mbështetje',
        'Regular information for new businesses in {m}: registration, local taxes, support',
      ],
    ],
    components: [
      {
        says: ['Sporteli ka ndihmuar {n} biznese në vit', 'The desk has helped {n} businesses a year'],
        shown: [
          'Regjistri i sportelit dhe telefonata me njëzet biznese',
          "The desk's register and calls to twenty businesses",
        ],
        about: ['sportelin e bizneseve', 'the business desk'],
        done: [
          'Regjistri dhe telefonatat vërtetojnë {n} biznese',
          'The register and the calls confirm {n} businesses',
        ],
        half: ['Janë ndihmuar {p} nga {n} biznese', '{p} of {n} businesses were helped'],
      },
      {
        says: [
          'Udhëzuesi për taksat vendore është botuar dhe i kuptueshëm',
          'The guide to local taxes is published and easy to follow',
        ],
        shown: ['Leximi me pesë sipërmarrës të rinj', 'Read together with five new entrepreneurs'],
        about: ['udhëzuesin për taksat', 'the guide to taxes'],
        done: [
          'Udhëzuesi është botuar; të pesë lexuesit e kuptuan',
          'The guide is published; all five readers understood it',
        ],
        half: [
          'Udhëzuesi është botuar, por me ligje pa shpjegim',
          'The guide is published, but quotes laws without explaining',
        ],
        testable: 'partly',
      },
    ],
    needs: [
      [
        'Nuk dija ku të regjistrohesha; pagova një ndërmjetës',
        'I did not know where to register; I paid a go-between',
      ],
      ['Taksat vendore ndryshojnë pa na njoftuar', 'Local taxes change without notice'],
    ],
  },
  {
    key: 'job-training',
    field: 'economy',
    coverage: 'municipality',
    n: [60, 200, 20],
    heading: ['Formimi profesional', 'Vocational training'],
    says: [
      [
        'Kurse profesionale falas për {n} të rinj dhe gra në vit, të lidhura me punë',
        'Free vocational courses for {n} young people and women a year, tied to jobs',
      ],
      [
        'Praktika dhe punësim i parë për të rinjtë e {gm}, në marrëveshje me bizneset vendore',
        'Internships and first jobs for the young people of {m}, agreed with local businesses',
      ],
    ],
    components: [
      {
        says: ['{n} veta kanë mbaruar një kurs gjatë vitit', '{n} people finished a course during the year'],
        shown: [
          'Regjistrat e kurseve dhe fjala e pjesëmarrësve',
          "Course registers and the participants' word",
        ],
        about: ['kurset profesionale', 'vocational courses'],
        done: ['Kurset i mbaruan {n} veta', '{n} people finished the courses'],
        half: ['Kurset i mbaruan {p} nga {n} veta', '{p} of {n} people finished the courses'],
        competence: 'shared',
      },
      {
        says: [
          'Një e treta e tyre ka punë pas gjashtë muajsh',
          'A third of them have a job after six months',
        ],
        shown: ['Telefonata me një kampion pjesëmarrësish', 'Calls to a sample of participants'],
        about: ['punësimin pas kursit', 'jobs after the course'],
        done: ['38 % e të pyeturve kishin punë', '38 % of those called had a job'],
        half: ['17 % e të pyeturve kishin punë', '17 % of those called had a job'],
        testable: 'partly',
        competence: 'shared',
      },
    ],
    needs: [
      ['Të rinjtë largohen sepse këtu nuk ka punë', 'Young people leave because there is no work here'],
      [
        'Duam kurse për hidraulikë, rrobaqepësi e kompjuter',
        'We want courses in plumbing, sewing and computing',
      ],
    ],
  },
  {
    key: 'mountain-tourism',
    field: 'economy',
    coverage: 'listed',
    places: 2,
    lands: ['mountain'],
    n: [18, 46, 2],
    heading: ['Turizmi malor', 'Mountain tourism'],
    says: [
      [
        'Shënjimi i {n} km shtigje në {u} dhe {u2} dhe një pikë informacioni për vizitorët',
        'Mark {n} km of trails in {u} and {u2} and open an information point for visitors',
      ],
      [
        'Mbështetje për bujtinat familjare dhe shtigjet malore në {u} dhe {u2}',
        'Support for family guesthouses and mountain trails in {u} and {u2}',
      ],
    ],
    components: [
      {
        says: ['{n} km shtigje janë të shënjuara', '{n} km of trails are marked'],
        shown: ['Ecja e shtigjeve me gjurmim vendndodhjeje', 'Walking the trails with a location log'],
        about: ['shënjimin e shtigjeve', 'marking the trails'],
        done: ['U ecën {n} km shtigje të shënjuara', '{n} km of marked trail were walked'],
        half: ['U gjetën të shënjuara {p} nga {n} km', '{p} of {n} km were found marked'],
      },
      {
        says: [
          'Pika e informacionit është hapur nga maji në tetor',
          'The information point is open from May to October',
        ],
        shown: ['Tri vizita në sezon', 'Three visits in season'],
        about: ['pikën e informacionit', 'the information point'],
        done: ['Pika ishte e hapur në të tri vizitat', 'The point was open on all three visits'],
        half: ['Pika hapet vetëm në fundjavë', 'The point opens at weekends only'],
      },
    ],
    needs: [
      [
        "Vizitorët humbasin rrugën; shtigjet s'kanë shenja",
        'Visitors lose their way; the trails have no signs',
      ],
      ['Bujtinat tona nuk duken askund', 'Our guesthouses are shown nowhere'],
    ],
  },
  {
    key: 'beach-order',
    field: 'economy',
    coverage: 'listed',
    places: 1,
    lands: ['coast'],
    heading: ['Plazhi publik', 'Public beach'],
    says: [
      [
        'Gjysma e plazhit në {u} e lirë dhe e pastër, me dushe, rampë dhe roje shpëtimi',
        'Half of the beach in {u} free and clean, with showers, a ramp and lifeguards',
      ],
      [
        'Rregull në vijën bregdetare të {gu}: hapësirë publike, pastërti dhe parkim',
        'Order along the shore of {u}: public space, cleanliness and parking',
      ],
    ],
    components: [
      {
        says: [
          'Të paktën gjysma e vijës së plazhit është e lirë',
          'At least half of the beach front is free',
        ],
        shown: ['Matje në korrik dhe harta e lejeve', 'A measurement in July and the map of permits'],
        about: ['plazhin e lirë', 'the free beach'],
        done: ['Matja tregon 52 % plazh të lirë', 'The measurement shows 52 % of free beach'],
        half: ['Matja tregon 31 % plazh të lirë', 'The measurement shows 31 % of free beach'],
        competence: 'shared',
      },
      {
        says: [
          'Plazhi publik ka dushe, rampë dhe roje shpëtimi',
          'The public beach has showers, a ramp and lifeguards',
        ],
        shown: ['Vëzhgim në dy fundjava', 'Visits on two weekends'],
        about: ['shërbimet e plazhit', 'beach services'],
        done: [
          'Dushet, rampa dhe rojet u gjetën në të dyja vizitat',
          'Showers, ramp and lifeguards were found on both visits',
        ],
        half: ['Ka dushe dhe roje, por nuk ka rampë', 'There are showers and lifeguards, but no ramp'],
      },
    ],
    needs: [
      [
        'Nuk ka më vend ku të shtrosh një peshqir pa paguar',
        'There is no place left to put down a towel without paying',
      ],
      ['Plazhi mbetet plot plehra pas sezonit', 'The beach is left full of rubbish after the season'],
    ],
  },
];
