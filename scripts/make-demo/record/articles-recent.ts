import type { ArticlePlan } from './article-plan.ts';

/** News of 2026. */
export const recentArticles: readonly ArticlePlan[] = [
  {
    key: 'viti-i-trete-po-kodohet',
    on: '2026-11-16',
    title: [
      'Viti i tretë: dëshmitë janë mbledhur, kodimi ka nisur',
      'Third year: the evidence is in, coding has begun',
    ],
    summary: [
      'Vlerësimet e vitit 2025-2026 botohen në janar, pasi bashkitë të kenë pasur kohë të përgjigjen.',
      'The assessments of 2025-2026 are published in January, once the municipalities have had time to reply.',
    ],
    body: [
      `Monitoruesit e dymbëdhjetë organizatave anëtare e mbyllën mbledhjen e dëshmive më 31 gusht. Tani çdo përbërës i çdo prioriteti kodohet dy herë, nga dy veta që nuk e shohin njëri-tjetrin.

## Si vijon puna

1. **Deri më 4 dhjetor** vlerësuesit dorëzojnë kodet e tyre.
2. **Më 7 dhjetor** çdo bashki merr lidhjen ku mund të përgjigjet. Ka pesëmbëdhjetë ditë pune.
3. **Në janar** gjendjet, dëshmitë dhe përgjigjet botohen bashkë.

Deri atëherë faqet e vitit 2025-2026 thonë *ende pa vlerësim*. Kjo nuk do të thotë se prioriteti nuk është adresuar.`,
      `The monitors of the twelve member organisations closed the gathering of evidence on 31 August. Each component of each priority is now coded twice, by two people who do not see each other's work.

## What comes next

1. **By 4 December** the assessors hand in their codes.
2. **On 7 December** each municipality receives the link where it can reply. It has fifteen working days.
3. **In January** statuses, evidence and replies are published together.

Until then the pages of 2025-2026 say *not yet assessed*. That does not mean that a priority is not addressed.`,
    ],
  },
  {
    key: 'takimet-e-degjimit-nisin-ne-shkurt',
    on: '2026-10-02',
    title: [
      'Takimet e dëgjimit për kontratat e reja nisin në shkurt',
      'Listening sessions for the new contracts begin in February',
    ],
    summary: [
      'Në çdo njësi administrative do të ketë të paktën një takim para zgjedhjeve të pranverës.',
      'Every administrative unit will have at least one session before the spring elections.',
    ],
    body: [
      `Para se të shkruhen kontratat e mandatit të ardhshëm, rrjeti do të dëgjojë banorët në të gjashtëdhjetë e tri njësitë administrative.

## Çfarë ndodh në një takim

- Marrin pjesë 18 deri në 29 veta, nga e njëjta njësi ose i njëjti grup.
- Secili plotëson një kartë me 25 çështje në katër fusha.
- Grupi bie dakord për **tri nevojat më të ngutshme**.
- Askush nuk regjistrohet me emër: numërohen vetëm gratë, burrat dhe grupmoshat.

Takimet e para janë në Faralë (4 shkurt), Dimërishtë (11 shkurt) dhe me gratë e Kallinjasit (18 shkurt). Data e çdo takimi del te faqja e veprimtarive.`,
      `Before the contracts of the next mandate are written, the network will listen to residents in all sixty-three administrative units.

## What happens at a session

- Some 18 to 29 people take part, from the same unit or the same group.
- Each fills in a card with 25 issues in four fields.
- The group agrees on its **three most pressing needs**.
- Nobody is recorded by name: only women, men and age bands are counted.

The first sessions are in Faralë (4 February), Dimërishtë (11 February) and with the women of Kallinjas (18 February). The date of each session appears on the events page.`,
    ],
  },
  {
    key: 'ku-pajtohen-vleresuesit',
    on: '2026-06-18',
    title: ['Ku pajtohen vlerësuesit dhe ku jo', 'Where assessors agree and where they do not'],
    summary: [
      'Në rishikimin vjetor anëtarët koduan veç e veç të njëjtat prioritete dhe krahasuan përgjigjet.',
      'At the yearly review members coded the same priorities apart and compared their answers.',
    ],
    body: [
      `Tridhjetë e gjashtë vlerësues koduan në Ullimarë të njëjtët dyzet përbërës, me të njëjtat dëshmi mbi tavolinë.

Mospajtimet më të shpeshta ishin mes **nisur** dhe **i pjesshëm**: a mjafton që kontrata është lidhur, apo duhet diçka që banorët e përdorin tashmë? Rregulli i metodologjisë është i dyti. Një vendim, një zë buxheti ose një tender nuk është ende rezultat.

Pjesëmarrësit kërkuan edhe shembuj të shkruar për çdo kod. Ata do të hyjnë në doracakun e monitoruesit.`,
      `In Ullimarë thirty-six assessors coded the same forty components, with the same evidence on the table.

Most disagreements lay between **initiated** and **partial**: is a signed contract enough, or must there be something that residents already use? The methodology says the latter. A decision, a budget line or a tender is not yet a result.

Participants also asked for written examples of each code. They will go into the monitor's handbook.`,
    ],
  },
  {
    key: 'konferenca-mbylli-punimet-2026',
    on: '2026-03-23',
    title: ['Konferenca: premtimet që vonohen kanë një emër', 'Conference: late promises have a name'],
    summary: [
      'Të dymbëdhjetë bashkitë diskutuan vitin e dytë të monitorimit; pesë përfundime u lexuan në fund.',
      'All twelve municipalities discussed the second year of monitoring; five conclusions were read out at the end.',
    ],
    body: [
      `Dy ditë me radhë, kryetarë, këshilltarë, monitorues dhe banorë folën për të njëjtën pyetje: *ku mbeti fjala?*

## Prokurimi

Shumica e prioriteteve të vonuara kanë një tender të anuluar pas vetes. Konferenca vendosi që planet e prokurimit të lexohen bashkë, çdo shkurt, **para** se të nisin procedurat.

## Premtimet që nuk provohen

Tri kontrata kanë prioritete që askush nuk mund t'i masë. Ato nuk hyjnë në përqindje, por nuk do të fshihen: teksti i ri do të qëndrojë pranë të vjetrit.

## Përvojat

Tetë përvoja u paraqitën në tryeza të vogla. Përfundimet i gjeni te faqja e konferencës.`,
      `For two days mayors, councillors, monitors and residents talked about one question: *where did the word go?*

## Procurement

Most of the late priorities have a cancelled tender behind them. The conference decided that procurement plans will be read together, every February, **before** the procedures begin.

## Promises that cannot be tested

Three contracts hold priorities that nobody can measure. They stay outside the percentages, but they will not be deleted: the new text will stand beside the old.

## Experiences

Eight experiences were presented at small tables. The conclusions are on the conference page.`,
    ],
  },
  {
    key: 'raporti-i-vitit-te-dyte-2026',
    on: '2026-01-29',
    title: [
      'Raporti i vitit të dytë: {fully} nga {total} premtime të mbajtura plotësisht',
      'Second-year report: {fully} of {total} promises kept in full',
    ],
    summary: [
      'U botuan vlerësimet e vitit 2024-2025 për të dymbëdhjetë bashkitë, bashkë me dëshmitë dhe përgjigjet.',
      'The assessments of 2024-2025 are out for all twelve municipalities, with the evidence and the replies.',
    ],
    body: [
      `Rrjeti botoi sot vlerësimet e vitit të dytë të mandatit. Nga {total} prioritete:

- **{fully}** janë adresuar plotësisht;
- **{partly}** janë adresuar pjesërisht;
- **{not}** nuk janë adresuar;
- për **{nodata}** nuk u gjetën të dhëna.

Prioritetet që nuk mund të provohen renditen veç. Kontratat janë të ndryshme: numrat **nuk janë renditje** e bashkive.

Nëntë bashki u përgjigjën me shkrim. Heshtja e të tjerave shënohet me datë te faqja e secilës.`,
      `The network today published the assessments of the second year of the mandate. Of {total} priorities:

- **{fully}** are fully addressed;
- **{partly}** are partly addressed;
- **{not}** are not addressed;
- for **{nodata}** no data were found.

Priorities that cannot be tested are listed apart. Contracts differ: the numbers are **not a ranking** of municipalities.

Nine municipalities replied in writing. The silence of the others is noted with its date on the page of each.`,
    ],
  },
];
