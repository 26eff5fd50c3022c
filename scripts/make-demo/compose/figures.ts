import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { networkFigures } from '../record/figures.ts';
import { type Pair } from '../text.ts';
import { rounds } from './calendar.ts';
import type { ContractPlan } from './plan.ts';
import type { Assessment } from './progress.ts';

const measures = ['fully', 'partly', 'not'] as const;
type Measure = (typeof measures)[number];

const names: Readonly<Record<Measure, Pair>> = {
  fully: ['Adresuar plotësisht', 'Fully addressed'],
  partly: ['Adresuar pjesërisht', 'Partly addressed'],
  not: ['Nuk janë adresuar', 'Not addressed'],
};

/**
 * What the network's reports printed. The second year's report was printed before its last two rows were settled, so
 * two of its figures differ from the rows, and it does not say why.
 */
function printed(round: string, measure: Measure, count: number): number {
  if (round !== '2020-2021') return count;
  return measure === 'fully' ? count + 2 : measure === 'partly' ? count - 2 : count;
}

interface Report {
  round: string;
  unit: 'count' | 'percent';
  what: Pair;
  /** Empty: the network's report. */
  municipality?: string;
}

const reports: readonly Report[] = [
  {
    round: '2019-2020',
    unit: 'percent',
    what: ['viti i parë, dhjetë bashki', 'first year, ten municipalities'],
  },
  {
    round: '2020-2021',
    unit: 'percent',
    what: ['viti i dytë, dhjetë bashki', 'second year, ten municipalities'],
  },
  {
    round: '2022-2023',
    unit: 'count',
    what: ['viti i katërt, dymbëdhjetë bashki', 'fourth year, twelve municipalities'],
  },
  {
    round: '2024-2025',
    unit: 'percent',
    what: ['viti i dytë, dymbëdhjetë bashki', 'second year, twelve municipalities'],
  },
  ...['Luginzë', 'Bregdritë', 'Vreshtalë'].map((municipality): Report => ({
    round: '2024-2025',
    unit: 'count',
    what: [`${municipality}, viti i dytë`, `${municipality}, second year`],
    municipality,
  })),
];

function addReport(
  draft: Draft,
  { round: key, unit, what, municipality }: Report,
  assessments: readonly Assessment[],
): void {
  const round = rounds.find((one) => one.key === key);
  const own = assessments.filter(
    (one) => one.round === round && (!municipality || one.contract.municipality.name === municipality),
  );
  // Promises that nobody can test are outside the shares.
  const total = own.filter(({ status }) => status !== 'not-assessable').length;
  for (const measure of measures) {
    const count = printed(key, measure, own.filter(({ status }) => status === measure).length);
    draft.add('published-figures', {
      id: municipality ? `${slugOf(municipality)}/${key}/${measure}` : `${key}/${measure}`,
      measure,
      municipality: municipality ? slugOf(municipality) : null,
      mandate: round?.mandate,
      round: key,
      value: unit === 'percent' ? Math.round((count * 100) / total) : count,
      unit,
      qualifier: 'exact',
      out_of: total,
      dated: round?.published,
      label: [`${names[measure][0]}, ${what[0]}`, `${names[measure][1]}, ${what[1]}`],
    });
  }
}

/** Figures as the network published them: most agree with the rows, one year does not. */
export function addFigures(
  draft: Draft,
  contracts: readonly ContractPlan[],
  assessments: readonly Assessment[],
): void {
  for (const report of reports) addReport(draft, report, assessments);
  for (const mandate of ['2019-2023', '2023-2027'] as const) {
    const own = contracts.filter((contract) => contract.mandate === mandate);
    draft.add('published-figures', {
      id: `${mandate}/priorities`,
      measure: 'priorities',
      mandate,
      value: own.reduce((sum, { priorities }) => sum + priorities.length, 0),
      unit: 'count',
      qualifier: 'exact',
      dated: '2024-02-20',
      label: [
        `Prioritete në dymbëdhjetë kontratat ${mandate}`,
        `Priorities in the twelve contracts of ${mandate}`,
      ],
    });
  }
  for (const figure of networkFigures) draft.add('published-figures', figure);
}
