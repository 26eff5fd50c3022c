import { slugOf } from '#server/datapackage/slug.ts';
import type { Draft } from '../package.ts';
import { randomFor } from '../random.ts';
import * as words from '../record/replies.ts';
import { fill, type Pair } from '../text.ts';
import type { Revised } from './assessments.ts';
import { matterOf } from './findings.ts';
import { benchOf } from './network.ts';
import type { Assessment } from './progress.ts';

/** Mondays on which the links went out; fifteen working days later is three weeks. */
const asked: Readonly<Record<string, string>> = {
  '2019-2020': '2020-11-09',
  '2020-2021': '2021-11-08',
  '2021-2022': '2022-11-07',
  '2022-2023': '2024-01-15',
  '2023-2024': '2024-12-09',
  '2024-2025': '2025-12-01',
};

const silent: Readonly<Record<string, readonly string[]>> = {
  '2019-2020': ['Gurëvalë', 'Borëmal', 'Kripalë'],
  '2020-2021': ['Borëmal', 'Urëzall'],
  '2021-2022': ['Kripalë'],
  '2022-2023': ['Gurëvalë', 'Kripalë'],
  '2023-2024': ['Borëmal', 'Bregdritë'],
  '2024-2025': ['Borëmal', 'Gurëvalë', 'Kripalë'],
};

const women = ['Mira', 'Age', 'Mirela', 'Rezarta', 'Lindita'];

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

interface Answer {
  replied_on?: string;
  person?: string;
  capacity?: Pair;
  answer?: Pair;
}

/** Who signs: from autumn 2023 the deputy mayor, before that a directorate. */
function signed(assessment: Assessment, text: Pair, after: number): Answer {
  const requested = asked[assessment.round.key] ?? '';
  // The link went out on a Monday: the fifth and sixth day after it are a weekend.
  const working = after % 7 > 4 ? after - 2 : after;
  const dated = { replied_on: plusDays(requested, working), answer: text };
  if (assessment.round.codebook === 'pop-2019') return { ...dated, capacity: words.directorate };
  const { deputy } = benchOf(assessment.contract.municipality.name);
  const woman = women.includes(deputy.split(' ')[0] ?? '');
  return { ...dated, person: slugOf(deputy), capacity: woman ? words.deputy.woman : words.deputy.man };
}

function addReply(draft: Draft, assessment: Assessment, priority: string | null, answer: Answer): void {
  const municipality = slugOf(assessment.contract.municipality.name);
  const requested = asked[assessment.round.key] ?? '';
  draft.add('replies', {
    id: `${municipality}/${assessment.round.key}${priority ? `/${priority}` : ''}`,
    municipality,
    round: assessment.round.key,
    priority,
    requested_on: requested,
    due_on: plusDays(requested, 21),
    ...answer,
  });
}

function overallAnswer(assessment: Assessment): Answer {
  const { contract, round } = assessment;
  if (silent[round.key]?.includes(contract.municipality.name)) return {};
  const random = randomFor(`reply:${contract.key}/${round.key}`);
  const text = fill(random.pick(words.overall), {
    m: contract.municipality.name,
    y: String(Number(round.ends.slice(0, 4)) + 1),
    total: contract.priorities.length,
  });
  // One in eight answers after the day it was due.
  return signed(assessment, text, random.chance(0.12) ? random.between(24, 29) : random.between(6, 21));
}

function singleAnswer(assessment: Assessment, disputes: boolean): Answer | null {
  const { priority, round, findings } = assessment;
  const [finding] = findings;
  const random = randomFor(`reply:${priority.key}/${round.key}`);
  if (!finding) return null;
  const slots = { about: matterOf(priority, finding), y: String(Number(round.ends.slice(0, 4)) + 1) };
  if (disputes) return signed(assessment, fill(words.disputing, slots), 18);
  if (random.chance(0.07)) return {};
  if (!random.chance(0.3)) return null;
  return signed(assessment, fill(random.pick(words.single[assessment.status]), slots), random.between(8, 21));
}

/** What town halls answered, on the round as a whole and on single priorities; silence is a row without an answer. */
export function addReplies(
  draft: Draft,
  assessments: readonly Assessment[],
  revised: readonly Revised[],
): void {
  const done = new Set<string>();
  for (const assessment of assessments) {
    const overall = `${assessment.contract.key}/${assessment.round.key}`;
    const answer = overallAnswer(assessment);
    if (!done.has(overall)) addReply(draft, assessment, null, answer);
    done.add(overall);
    if (assessment.round.codebook !== 'pop-2') continue;
    const disputes = revised.some(
      ({ revision, assessment: { priority, round } }) =>
        revision.kind === 'dispute' && priority === assessment.priority && round === assessment.round,
    );
    if (!answer.answer && !disputes) continue;
    const single = singleAnswer(assessment, disputes);
    if (single) addReply(draft, assessment, assessment.priority.key, single);
  }
}
