import type { Draft } from '../package.ts';
import type { Pair } from '../text.ts';

export interface RoundPlan {
  key: string;
  mandate: string;
  codebook: 'pop-2019' | 'pop-2';
  number: number;
  starts: string;
  ends: string;
  published: string | null;
}

/** The years of monitoring; the last is worked on at the first start, and becomes part of the record there. */
export const rounds: readonly RoundPlan[] = [
  round('2019-2020', '2019-2023', 1, '2020-12-10'),
  round('2020-2021', '2019-2023', 2, '2021-12-14'),
  round('2021-2022', '2019-2023', 3, '2022-12-08'),
  round('2022-2023', '2019-2023', 4, '2024-02-20'),
  round('2023-2024', '2023-2027', 1, '2025-01-23'),
  round('2024-2025', '2023-2027', 2, '2026-01-29'),
  round('2025-2026', '2023-2027', 3, null),
];

function round(key: string, mandate: string, number: number, published: string | null): RoundPlan {
  const [from = '', to = ''] = key.split('-');
  const codebook = mandate === '2019-2023' ? 'pop-2019' : 'pop-2';
  return { key, mandate, codebook, number, starts: `${from}-09`, ends: `${to}-08`, published };
}

/** The published rounds of a contract, from the year it begins. */
export function publishedRounds(mandate: string, firstYear: number): RoundPlan[] {
  return rounds.filter(
    (one) => one.mandate === mandate && one.published !== null && Number(one.starts.slice(0, 4)) >= firstYear,
  );
}

export const elections: readonly {
  key: string;
  mandate?: string;
  municipality?: string;
  kind: 'general' | 'partial' | 'rerun';
  on: string;
  note?: Pair;
}[] = [
  { key: '2019-06-30', mandate: '2019-2023', kind: 'general', on: '2019-06-30' },
  {
    key: '2022-03-13-kripale',
    mandate: '2019-2023',
    municipality: 'kripale',
    kind: 'partial',
    on: '2022-03-13',
    note: ['Zgjedhje të pjesshme pas dorëheqjes së kryetarit.', 'A by-election after the mayor resigned.'],
  },
  { key: '2023-05-14', mandate: '2023-2027', kind: 'general', on: '2023-05-14' },
  {
    key: '2023-07-02-gurevale',
    mandate: '2023-2027',
    municipality: 'gurevale',
    kind: 'rerun',
    on: '2023-07-02',
    note: ['Votim i përsëritur pas barazimit të votave.', 'The vote was repeated after a tie.'],
  },
  {
    key: '2027',
    kind: 'general',
    on: '2027',
    note: ['Zgjedhjet e ardhshme vendore, në pranverë.', 'The next local elections, in spring.'],
  },
];

/** Mandates, elections and rounds into the draft. */
export function addCalendar(draft: Draft): void {
  draft.add('mandates', { id: '2019-2023', starts: '2019', ends: '2023' });
  draft.add('mandates', { id: '2023-2027', starts: '2023', ends: '2027' });
  for (const one of elections) {
    draft.add('elections', {
      id: one.key,
      mandate: one.mandate,
      municipality: one.municipality,
      kind: one.kind,
      held_on: one.on,
      note: one.note,
    });
  }
  for (const one of rounds.filter(({ published }) => published !== null)) {
    draft.add('rounds', {
      id: one.key,
      mandate: one.mandate,
      codebook: one.codebook,
      number: one.number,
      starts: one.starts,
      ends: one.ends,
      published_on: one.published,
    });
  }
}
