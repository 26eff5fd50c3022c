import type { Pair } from '../text.ts';

const cycle: Pair = [
  `## Cikli

1. **Dëgjojmë.** Në çdo njësi administrative mbajmë takime: fokus-grupe, forume me grupe interesi, takime në lagje, derë më derë. Secili plotëson një kartë me 25 çështje; grupi zgjedh tri më të ngutshmet. Nevojat i shkruajmë me fjalët e atij që i tha.
2. **Përmbledhim.** Nevojat i bashkojmë në përparësi. Çdo përparësi ruan lidhjen me nevojat nga vjen, ka fushën dhe vendet e saj dhe pjesë që mund të provohen: çfarë, ku, deri kur dhe çfarë e tregon.
3. **Shkruajmë kontratën.** Një kontratë për bashki dhe mandat, në dy gjuhë. Pas nënshkrimit teksti nuk preket më; çdo ndryshim është shtojcë që ruan tekstin e vjetër.
4. **Ballafaqojmë.** Në forumin publik kandidatët kanë kohë të barabartë dhe përgjigjen për secilën përparësi.
5. **Nënshkruajmë.** Shënojmë datën, kush nënshkroi dhe në ç'cilësi. Edhe refuzimi dhe heshtja shënohen me datë.
6. **Monitorojmë.** Çdo vit dy vetë i kodojnë provat pa e parë njëri-tjetrin; një i tretë vendos kur nuk pajtohen.
7. **Presim përgjigjen.** Bashkia ka 15 ditë pune për të thënë fjalën e saj, që del krahas vlerësimit.
8. **Botojmë.** Vlerësimet, raportet dhe të dhënat dalin njëherësh. Pas botimit ka vetëm korrigjim me arsye, ndryshim në raundin tjetër ose kundërshtim, që e vendos dikush që nuk e ka koduar.
9. **Shkëmbejmë.** Ia tregojmë njëri-tjetrit përvojat; cikli tjetër nis nga ajo që mbeti hapur.`,
  `## The cycle

1. **We listen.** In every administrative unit we hold sessions: focus groups, forums of interest groups, community meetings, door to door. Each person fills in a card with 25 issues; the group agrees on its three most pressing. Needs are written down in the words of who said them.
2. **We compile.** Needs are grouped into priorities. Each priority keeps its link to the needs behind it and has its field, its places and parts that can be tested: what, where, by when, and what would show it.
3. **We write the contract.** One contract for a municipality and a mandate, in both languages. Once it is signed its text stays; a change is an amendment that keeps the old text.
4. **We confront.** At the public forum candidates have equal time and answer each priority.
5. **We sign.** We note the date, who signed and in what capacity. A refusal and silence are noted with their date, too.
6. **We monitor.** Every year two people code the evidence without seeing each other's codes; a third decides where they disagree.
7. **We wait for the reply.** The town hall has 15 working days for its own word, which appears beside the assessment.
8. **We publish.** Statuses, reports and data go public together. After that there is only a correction with its reason, a change in the next round, or a dispute, decided by someone who did not code it.
9. **We exchange.** We tell each other our experiences; the next cycle starts from what stayed open.`,
];

const bound: Pair = [
  `## Çfarë na lidh

- Nuk mbështesim asnjë parti dhe asnjë kandidat; kontratën ua ofrojmë të gjithëve njësoj.
- Nuk botojmë të dhëna personale të banorëve.`,
  `## What binds us

- We support no party and no candidate; we offer the contract to all alike.
- We publish no personal data of residents.`,
];

const declared: Pair = [
  "- Çdo vit deklarojmë kush na paguan dhe ç'interesa kanë drejtuesit tanë.",
  '- Every year we declare who pays us and what interests those in charge of us have.',
];

const first: Pair = [`${cycle[0]}\n\n${bound[0]}`, `${cycle[1]}\n\n${bound[1]}`];

/** The texts by which the invented network works, version after version. */
export const versions: readonly { published: string; text: Pair; changes?: Pair }[] = [
  { published: '2023-01-20', text: first },
  {
    published: '2025-02-10',
    text: [`${first[0]}\n${declared[0]}`, `${first[1]}\n${declared[1]}`],
    changes: [
      'Anëtarët deklarojnë çdo vit financimet dhe interesat.',
      'Members declare their funding and interests every year.',
    ],
  },
];

/** Who signed which version: most members the newest, two only the first, one none. */
export const signed: readonly { organisation: string; by: string; on: Readonly<Record<number, string>> }[] = [
  {
    organisation: 'qendra-fjala-e-mbajtur',
    by: 'Vjosa Koordinatorja',
    on: { 1: '2023-01-20', 2: '2025-02-10' },
  },
  { organisation: 'shoqata-zeri-i-bjeshkes', by: 'Agim Rrapaj', on: { 1: '2023-01-27', 2: '2025-02-14' } },
  { organisation: 'qendra-e-gruas-boremal', by: 'Lindita Kodra', on: { 1: '2023-02-03', 2: '2025-03-08' } },
  { organisation: 'lumi-i-kthjellet', by: 'Petrit Burimi', on: { 1: '2023-02-03', 2: '2025-02-21' } },
  { organisation: 'forumi-qytetar-luginze', by: 'Elira Vathi', on: { 1: '2023-01-20', 2: '2025-02-10' } },
  { organisation: 'vreshtat-e-reja', by: 'Zana Hardhia', on: { 1: '2023-02-10', 2: '2025-02-17' } },
  { organisation: 'ndihma-e-fushes', by: 'Sokol Ara', on: { 1: '2023-02-15', 2: '2025-03-03' } },
  { organisation: 'qendra-rinore-bregdrite', by: 'Ina Drita', on: { 1: '2023-01-20', 2: '2025-02-12' } },
  { organisation: 'kripa-dhe-era', by: 'Ylli Moçali', on: { 1: '2023-02-22', 2: '2025-02-28' } },
  { organisation: 'ullinjte-e-paqes', by: 'Mira Facilitatorja', on: { 1: '2023-01-30', 2: '2025-02-13' } },
  { organisation: 'ura-e-zallit', by: 'Bujar Zalli', on: { 1: '2023-03-01' } },
  { organisation: 'gjiri-i-gjelber', by: 'Teuta Vala', on: { 1: '2023-03-06' } },
];

/** In what capacity they signed. */
export const signedAs: Pair = ['për drejtimin', 'for the management'];
