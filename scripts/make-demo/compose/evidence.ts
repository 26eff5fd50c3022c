import type { Draft } from '../package.ts';
import { randomFor, type Random } from '../random.ts';
import * as words from '../record/evidence-titles.ts';
import type { EvidenceClass } from '../record/evidence-titles.ts';
import { genitiveOf } from '../record/places.ts';
import { dayInWords, fill, type Pair } from '../text.ts';
import type { FieldKey } from '../themes/theme.ts';
import type { Revised } from './assessments.ts';
import { matterOf } from './findings.ts';
import { organisationOf } from './network.ts';
import type { Assessment, Finding } from './progress.ts';

type Stance = 'supports' | 'contradicts' | 'neutral';

interface Item {
  class: EvidenceClass;
  stance: Stance;
  title: Pair;
  finding: Finding;
}

/** Two classes, of which one on the ground: what 'complete' asks for. */
const pairs: readonly (readonly [EvidenceClass, EvidenceClass])[] = [
  ['E2', 'E1'],
  ['E2', 'E3'],
  ['E4', 'E1'],
  ['E2', 'E4'],
  ['E4', 'E3'],
  ['E2', 'E5'],
];

const fromOthers: readonly EvidenceClass[] = ['E2', 'E2', 'E3', 'E4'];
const beside: readonly EvidenceClass[] = ['E1', 'E5', 'E5', 'E4'];

/** What the record holds on one component, by the entry rules of its code. */
function itemsFor(
  finding: Finding,
  field: FieldKey,
  alone: boolean,
  random: Random,
): Omit<Item, 'finding'>[] {
  function supporting(kind: EvidenceClass): Omit<Item, 'finding'> {
    const worksOnly = kind === 'E1' || kind === 'E2' || kind === 'E4';
    const fitting = words.titles[kind].slice(0, worksOnly && field !== 'infrastructure' ? -1 : undefined);
    return { class: kind, stance: 'supports', title: random.pick(fitting) };
  }
  switch (finding.code) {
    case 'complete':
      return random.pick(pairs).map(supporting);
    case 'partial': {
      const main = random.pick(fromOthers);
      const other = random.pick(beside.filter((kind) => kind !== main));
      return alone || random.chance(0.45) ? [supporting(main), supporting(other)] : [supporting(main)];
    }
    case 'initiated':
      return [supporting('E1')];
    case 'none':
      if (random.chance(0.45)) {
        const ground = field === 'infrastructure' && random.chance(0.5);
        const title = ground ? words.searched.ground : words.searched.papers;
        return [{ class: ground ? 'E2' : 'E1', stance: 'contradicts', title }];
      }
      return random.chance(0.3)
        ? [{ class: 'E5', stance: 'neutral', title: random.pick(words.titles.E5) }]
        : [];
    case 'no-evidence':
      return random.chance(0.6)
        ? [{ class: 'E5', stance: 'neutral', title: random.pick(words.titles.E5) }]
        : [];
    case 'not-assessable':
      return [];
  }
}

function publisherOf(item: Item, municipality: string, random: Random): string | null {
  switch (item.class) {
    case 'E1':
    case 'E5':
      return `Bashkia ${municipality}`;
    case 'E2':
      return organisationOf(municipality).name[0];
    case 'E3':
      return random.pick(words.thirdParties[words.titles.E3.indexOf(item.title)] ?? []);
    case 'E4':
      return null;
  }
}

function dateWithin(assessment: Assessment, random: Random): string {
  const year = Number(assessment.round.ends.slice(0, 4));
  const month = random.between(1, 8);
  return `${year}-${String(month).padStart(2, '0')}-${String(random.between(3, 28)).padStart(2, '0')}`;
}

function addItems(
  draft: Draft,
  assessment: Assessment,
  items: readonly Item[],
  random: Random,
  date?: string,
): void {
  const { priority, round } = assessment;
  const before = draft
    .rows('evidence')
    .filter(({ id }) => id.startsWith(`${priority.key}/${round.key}/`)).length;
  for (const [index, item] of items.entries()) {
    const dated = date ?? dateWithin(assessment, random);
    const unit = priority.units[0] ?? priority.municipality.name;
    draft.add('evidence', {
      id: `${priority.key}/${round.key}/${before + index + 1}`,
      priority: priority.key,
      component: round.codebook === 'pop-2' ? item.finding.component.key : null,
      round: round.key,
      class: item.class,
      stance: item.stance,
      dated,
      title: fill(item.title, {
        ...priority.slots,
        u: unit,
        gu: genitiveOf(unit),
        about: matterOf(priority, item.finding),
        day: dayInWords(dated),
        nr: random.between(11, 148),
        k: random.between(4, 19),
      }),
      publisher: publisherOf(item, priority.municipality.name, random),
    });
  }
}

/** Old rounds kept less: often one item for the whole priority. */
function thinned(items: readonly Item[], random: Random): Item[] {
  const kept = items.filter(({ class: kind }) => kind !== 'E4' || random.chance(0.5));
  return kept.slice(0, random.between(0, 2));
}

function itemsOf(assessment: Assessment, random: Random): Item[] {
  const telling = assessment.findings.filter(({ code }) => code === 'partial' || code === 'complete');
  const items = assessment.findings.flatMap((finding) =>
    itemsFor(finding, assessment.priority.theme.field, telling.length === 1, random).map((item) => ({
      ...item,
      finding,
    })),
  );
  const [first] = telling;
  if (assessment.contested && first) {
    items.push({
      class: 'E4',
      stance: 'contradicts',
      title: random.pick(words.contradicting),
      finding: first,
    });
  }
  return items;
}

/** The evidence behind every assessment, and what turned up with a decided dispute. */
export function addEvidence(
  draft: Draft,
  assessments: readonly Assessment[],
  revised: readonly Revised[],
): void {
  for (const assessment of assessments) {
    const random = randomFor(`evidence:${assessment.priority.key}/${assessment.round.key}`);
    const items = itemsOf(assessment, random);
    addItems(
      draft,
      assessment,
      assessment.round.codebook === 'pop-2' ? items : thinned(items, random),
      random,
    );
  }
  for (const { revision, assessment } of revised) {
    const [finding] = assessment.findings;
    if (revision.kind !== 'dispute' || !finding) continue;
    const random = randomFor(`dispute:${assessment.priority.key}`);
    const items: Item[] = [
      { class: 'E1', stance: 'supports', title: words.titles.E1[1] ?? ['', ''], finding },
      { class: 'E2', stance: 'supports', title: words.titles.E2[1] ?? ['', ''], finding },
    ];
    addItems(draft, assessment, items, random, '2025-04-29');
  }
}
