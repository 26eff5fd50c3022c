import type { ExperiencePlan } from './article-plan.ts';

export const moreExperiences: readonly ExperiencePlan[] = [
  {
    key: 'takim-vetem-me-grate',
    municipality: 'Borëmal',
    field: 'social',
    on: '2023-06-15',
    title: ['Një takim vetëm me gratë, në orën e tyre', 'A session with women only, at their hour'],
    summary: [
      'Kur ora dhe vendi u zgjodhën nga gratë, dolën nevoja që askush nuk i kishte përmendur.',
      'When women chose the hour and the place, needs came up that nobody had mentioned.',
    ],
    body: [
      `## Problemi

Në takimet e përbashkëta flisnin burrat. Në kartat e grave përsëriteshin të njëjtat tri fjalë.

## Çfarë u bë

Qendra e Gruas pyeti gratë kur dhe ku. Takimi u bë në orën dhjetë të paradites, në shkollë, me një kënd lojërash për fëmijët.

## Çfarë ndryshoi

Nga njëzet e një karta, pesëmbëdhjetë kishin *ujin në shkollë* mes tri të parave. Në takimin e përbashkët askush nuk e kishte thënë.

## Për ta përsëritur

- Lëreni grupin ta zgjedhë orën.
- Parashikoni kujdes për fëmijët.
- Nevojat shënohen me fjalët e grave, pa emra.`,
      `## The problem

At joint meetings the men did the talking. On the women's cards the same three words came back.

## What was done

The Women's Centre asked women when and where. The session was held at ten in the morning, at the school, with a play corner for the children.

## What changed

Of twenty-one cards, fifteen had *water at the school* among the first three. At the joint meeting nobody had said it.

## To repeat it

- Let the group choose the hour.
- Provide for the children.
- Needs are written in the women's words, without names.`,
    ],
  },
  {
    key: 'rampat-e-matura',
    municipality: 'Ullimarë',
    field: 'social',
    on: '2025-06-03',
    title: ['Rampat i mat ai që i përdor', 'Ramps are measured by those who use them'],
    summary: [
      'Dy përdorues karroce provuan nëntëmbëdhjetë hyrje publike dhe shënuan pjerrësinë.',
      'Two wheelchair users tried nineteen public entrances and noted the slope.',
    ],
    body: [
      `## Problemi

Në letër të gjitha ndërtesat kishin rampë.

## Çfarë u bë

Dy përdorues karroce dhe një monitorues vizituan nëntëmbëdhjetë hyrje. Matën pjerrësinë, gjerësinë dhe pragun, dhe provuan të hyjnë **pa ndihmë**.

## Çfarë ndryshoi

Shtatë rampa ishin tepër të pjerrëta. Bashkia rindërtoi tri prej tyre brenda vitit dhe e futi matjen në aktin e marrjes në dorëzim.

## Për ta përsëritur

- Paguani kohën e përdoruesve.
- Fotografoni rampën, jo njeriun.
- Matni edhe derën e tualetit.`,
      `## The problem

On paper every building had a ramp.

## What was done

Two wheelchair users and a monitor visited nineteen entrances. They measured slope, width and threshold, and tried to get in **without help**.

## What changed

Seven ramps were too steep. The municipality rebuilt three of them within the year and made the measurement part of the acceptance record.

## To repeat it

- Pay for the users' time.
- Photograph the ramp, not the person.
- Measure the toilet door too.`,
    ],
  },
  {
    key: 'kalendari-i-kanaleve',
    municipality: 'Kripalë',
    field: 'infrastructure',
    on: '2024-11-04',
    title: [
      'Kalendari i kanaleve: pastrim para shiut, jo pas tij',
      'The canal calendar: cleaning before the rain, not after',
    ],
    summary: [
      'Një fletë në mur tregon cili kanal pastrohet cilën javë dhe kush e kontrollon.',
      'A sheet on the wall says which canal is cleaned in which week, and who checks it.',
    ],
    body: [
      `## Problemi

Kanalet pastroheshin pas përmbytjes së parë, kur dëmi ishte bërë.

## Çfarë u bë

Banorët e Moçalës dhe zyra e bashkisë ndanë kanalet në tetë pjesë. Çdo pjesë mori një javë, nga 1 shtatori deri më 31 tetor, dhe një banor që shënon *po* ose *jo*.

## Çfarë ndryshoi

Vitin e parë u pastruan në kohë gjashtë nga tetë pjesët. Dy të tjerat u bënë në nëntor dhe duken në kalendar me të kuqe.

## Për ta përsëritur

- Filloni nga kanali që përmbyt i pari.
- Kalendari rri në dyqan, jo vetëm në bashki.
- Mos e fshini të kuqen.`,
      `## The problem

Canals were cleaned after the first flood, when the damage was done.

## What was done

Residents of Moçalë and the municipal office divided the canals into eight parts. Each part got a week, from 1 September to 31 October, and a resident who marks *yes* or *no*.

## What changed

In the first year six of the eight parts were cleaned in time. The other two were done in November and show in red on the calendar.

## To repeat it

- Begin with the canal that floods first.
- The calendar hangs in the shop, not only at the town hall.
- Do not erase the red.`,
    ],
  },
  {
    key: 'mbetjet-ne-sezon',
    municipality: 'Valëdet',
    field: 'infrastructure',
    on: '2025-09-22',
    title: ['Tri thasë, tri ngjyra: mbetjet në sezon', 'Three bags, three colours: waste in season'],
    summary: [
      'Bujtinat dhe plazhet ndanë mbetjet për dhjetë javë; gjysma nuk shkoi në fushë.',
      'Guesthouses and beaches sorted their waste for ten weeks; half did not go to the dump.',
    ],
    body: [
      `## Problemi

Në korrik mbetjet trefishohen dhe mjeti i vetëm nuk arrin.

## Çfarë u bë

Nisma "Gjiri i Gjelbër" u dha njëzet e gjashtë bujtinave thasë me tri ngjyra. Bashkia caktoi një ditë për çdo ngjyrë.

## Çfarë ndryshoi

Për dhjetë javë u peshuan mbetjet: pak më shumë se gjysma ishte letër, plastikë dhe qelq i ndarë.

## Për ta përsëritur

- Nisni me bujtinat, jo me shtëpitë.
- **Peshoni** që ditën e parë.
- Nëse mjeti i përzien prapë, ndalni provën dhe thojeni hapur.`,
      `## The problem

In July waste triples and the only truck cannot cope.

## What was done

The Green Bay Initiative gave twenty-six guesthouses bags in three colours. The municipality set a day for each colour.

## What changed

Waste was weighed for ten weeks: a little over half was sorted paper, plastic and glass.

## To repeat it

- Begin with guesthouses, not with homes.
- **Weigh** from the first day.
- If the truck mixes it again, stop the trial and say so openly.`,
    ],
  },
];
