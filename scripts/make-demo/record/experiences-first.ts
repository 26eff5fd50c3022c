import type { ExperiencePlan } from './article-plan.ts';

export const firstExperiences: readonly ExperiencePlan[] = [
  {
    key: 'tabela-e-kerkesave',
    municipality: 'Luginzë',
    field: 'governance',
    on: '2025-11-12',
    title: [
      'Tabela e kërkesave: një rresht për çdo banor që foli',
      'The table of requests: a line for everyone who spoke',
    ],
    summary: [
      'Çdo kërkesë e dëgjesës së buxhetit merr një rresht me përgjigje, kosto dhe datë.',
      'Every request made at a budget hearing gets a line with an answer, a cost and a date.',
    ],
    body: [
      `## Problemi

Dëgjesat mbusheshin vitin e parë dhe zbrazeshin vitin e dytë. Banorët thoshin: "folëm dhe s'ndodhi gjë".

## Çfarë u bë

Forumi Qytetar e shënoi çdo kërkesë në një tabelë me katër kolona. Zyra e buxhetit e plotësoi brenda dy muajsh dhe e solli në dëgjesën pasuese.

## Çfarë ndryshoi

Pjesëmarrja u rrit. Dymbëdhjetë "jo" me arsye nuk sollën zemërim, por propozime më të lira.

## Për ta përsëritur

- Shkruani kërkesën me fjalët e banorit.
- Caktoni **një** nëpunës që mban tabelën.
- Mos premtoni përgjigje në vend.`,
      `## The problem

Hearings were full in the first year and empty in the second. Residents said: "we spoke and nothing happened".

## What was done

The Civic Forum wrote down each request in a table of four columns. The budget office filled it in within two months and brought it to the next hearing.

## What changed

More people came. Twelve times "no" with a reason did not bring anger, but cheaper proposals.

## To repeat it

- Write the request in the resident's words.
- Name **one** official who keeps the table.
- Do not promise answers on the spot.`,
    ],
  },
  {
    key: 'ditari-i-ujit',
    municipality: 'Ujëkthjellë',
    field: 'infrastructure',
    on: '2024-07-08',
    title: ['Ditari i ujit: dhjetë familje, dy javë', 'The water diary: ten households, two weeks'],
    summary: [
      'Familjet shënuan çdo orë me ujë; tabela e tyre u bë dëshmi e klasit E4.',
      'Families noted every hour with water; their table became evidence of class E4.',
    ],
    body: [
      `## Problemi

Ujësjellësi thoshte njëzet orë ujë në ditë. Banorët thoshin gjashtë. Askush nuk kishte numra.

## Çfarë u bë

Dhjetë familje në lagje të ndryshme mbajtën një fletë pranë rubinetit. Për dy javë shënuan orën kur vinte uji dhe orën kur ikte.

## Çfarë ndryshoi

Mesatarja doli dymbëdhjetë orë: më pak se thoshte ndërmarrja, më shumë se thoshin banorët. Biseda nisi nga një numër i përbashkët.

## Për ta përsëritur

- Zgjidhni familje lart dhe poshtë në rrjet.
- Botoni vetëm lagjen, **kurrë** emrin a adresën.
- Përsëriteni në të njëjtin muaj çdo vit.`,
      `## The problem

The utility said twenty hours of water a day. Residents said six. Nobody had numbers.

## What was done

Ten families in different neighbourhoods kept a sheet beside the tap. For two weeks they noted when the water came and when it went.

## What changed

The average was twelve hours: less than the utility said, more than residents said. The talk began from a shared number.

## To repeat it

- Choose families high and low in the network.
- Publish the neighbourhood only, **never** a name or an address.
- Repeat it in the same month every year.`,
    ],
  },
  {
    key: 'bordi-i-te-rinjve',
    municipality: 'Bregdritë',
    field: 'social',
    on: '2024-12-02',
    title: ['Një bord ku të rinjtë vendosin vërtet', 'A board where young people really decide'],
    summary: [
      'Shtatë të rinj të zgjedhur vendosin për programin dhe për një të tretën e shpenzimeve.',
      'Seven elected young people decide on the programme and on a third of the spending.',
    ],
    body: [
      `## Problemi

Qendra kishte kurse, por jo pjesëmarrës. Programi vendosej pa të rinjtë.

## Çfarë u bë

U zgjodhën shtatë veta nga 15 deri në 24 vjeç, për një vit. Ata vendosin kalendarin dhe një të tretën e buxhetit të veprimtarive. Mbledhjet janë të hapura.

## Çfarë ndryshoi

Kursi i parë që zgjodhën ishte riparimi i biçikletave. U mbush për dy ditë.

## Për ta përsëritur

- Shkruani se çfarë vendos bordi dhe çfarë jo.
- Jepni **para të vërteta**, sado pak.
- Të paktën tre vende për vajzat dhe dy për fshatrat.`,
      `## The problem

The centre had courses, but nobody came. The programme was decided without young people.

## What was done

Seven people aged 15 to 24 were elected for a year. They decide the calendar and a third of the budget for activities. Meetings are open.

## What changed

The first course they chose was bicycle repair. It was full in two days.

## To repeat it

- Write down what the board decides and what it does not.
- Give **real money**, however little.
- At least three seats for girls and two for the villages.`,
    ],
  },
  {
    key: 'rrushi-shitet-bashke',
    municipality: 'Vreshtalë',
    field: 'economy',
    on: '2023-11-20',
    title: ['Rrushi shitet bashkë', 'Selling grapes together'],
    summary: [
      'Njëzet e dy familje bënë një çmim të përbashkët dhe një listë dorëzimi.',
      'Twenty-two families made a common price and a delivery list.',
    ],
    body: [
      `## Problemi

Tregtarët i blinin familjet një nga një, çdo ditë më lirë.

## Çfarë u bë

Qendra "Vreshtat e Reja" mblodhi njëzet e dy familje. Ato vendosën një çmim më të ulët të pranueshëm dhe një radhë dorëzimi, para se të niste vjelja. Bashkia dha oborrin e ish-depos.

## Çfarë ndryshoi

Çmimi mesatar u rrit me një të pestën. Tri familje dolën nga marrëveshja javën e dytë dhe u kthyen javën e tretë.

## Për ta përsëritur

- Filloni me një prodhim të vetëm.
- Mbani listën në një vend ku e shohin të gjithë.
- Mos prisni regjistrimin e shoqërisë për të provuar.`,
      `## The problem

Traders bought from families one by one, cheaper each day.

## What was done

The New Vineyards Centre brought together twenty-two families. They set a lowest acceptable price and an order of delivery before the harvest began. The municipality gave the yard of the former depot.

## What changed

The average price rose by a fifth. Three families left the agreement in the second week and came back in the third.

## To repeat it

- Begin with a single product.
- Keep the list where everyone can see it.
- Do not wait for the society to be registered before trying.`,
    ],
  },
  {
    key: 'inxhinieret-vullnetare',
    municipality: 'Urëzall',
    field: 'governance',
    on: '2022-11-28',
    title: ['Inxhinierë vullnetarë lexojnë kontratat', 'Volunteer engineers read the contracts'],
    summary: [
      'Katër inxhinierë krahasuan preventivin me rrugën, metër pas metri.',
      'Four engineers compared the bill of quantities with the road, metre by metre.',
    ],
    body: [
      `## Problemi

Kontratat ishin të hapura, por askush nuk i kuptonte tabelat.

## Çfarë u bë

Katër inxhinierë në pension morën nga një kontratë secili. Kërkuan preventivin, matën trashësinë e shtresave dhe numëruan pusetat.

## Çfarë ndryshoi

Në një rrugë mungonin gjashtë puseta; kontraktori i vendosi para pagesës së fundit.

## Për ta përsëritur

- Kërkoni dokumentet para se të nisin punimet.
- Shkoni **dy veta**, me fotografi dhe datë.
- Ia tregoni gjetjet bashkisë para se t'i botoni.`,
      `## The problem

Contracts were open, but nobody understood the tables.

## What was done

Four retired engineers took one contract each. They asked for the bill of quantities, measured the thickness of the layers and counted the drains.

## What changed

On one road six drains were missing; the contractor put them in before the last payment.

## To repeat it

- Ask for the documents before the works begin.
- Go **in twos**, with photographs and a date.
- Show the findings to the municipality before publishing them.`,
    ],
  },
];
