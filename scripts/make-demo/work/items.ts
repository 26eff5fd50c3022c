import { matterOf } from '../compose/findings.ts';
import type { Assessment, Code, Finding } from '../compose/progress.ts';
import { organisationOf } from '../compose/network.ts';
import { randomFor, type Random } from '../random.ts';
import * as words from '../record/evidence-titles.ts';
import type { EvidenceClass } from '../record/evidence-titles.ts';
import { genitiveOf } from '../record/places.ts';
import { dayInWords, fill, typeset, type Pair } from '../text.ts';

type Stance = 'supports' | 'contradicts' | 'neutral';
type Sketch = readonly [EvidenceClass, Stance];

/** Four items for each component, so that whatever either coder gave stands on what its entry rule asks for. */
const sketches: Readonly<Record<Code, readonly Sketch[]>> = {
  complete: [
    ['E2', 'supports'],
    ['E1', 'supports'],
    ['E4', 'supports'],
    ['E5', 'supports'],
  ],
  partial: [
    ['E2', 'supports'],
    ['E1', 'supports'],
    ['E4', 'contradicts'],
    ['E5', 'supports'],
  ],
  initiated: [
    ['E1', 'supports'],
    ['E5', 'supports'],
    ['E2', 'contradicts'],
    ['E3', 'neutral'],
  ],
  none: [
    ['E2', 'contradicts'],
    ['E1', 'contradicts'],
    ['E5', 'neutral'],
    ['E4', 'contradicts'],
  ],
  'no-evidence': [
    ['E5', 'neutral'],
    ['E4', 'neutral'],
    ['E1', 'neutral'],
    ['E3', 'neutral'],
  ],
  'not-assessable': [
    ['E5', 'neutral'],
    ['E4', 'neutral'],
    ['E3', 'neutral'],
    ['E2', 'neutral'],
  ],
};

function titleOf([kind, stance]: Sketch, assessment: Assessment, random: Random): Pair {
  const isWorks = assessment.priority.theme.field === 'infrastructure';
  if (stance === 'contradicts' && kind === 'E4') return random.pick(words.contradicting);
  if (stance === 'contradicts')
    return isWorks && kind === 'E2' ? words.searched.ground : words.searched.papers;
  const worksOnly = kind === 'E1' || kind === 'E2' || kind === 'E4';
  return random.pick(words.titles[kind].slice(0, worksOnly && !isWorks ? -1 : undefined));
}

/** The kind of item that a class comes as; see features/evidence/kind.ts. */
function kindOf([kind]: Sketch, title: Pair): string {
  switch (kind) {
    case 'E1':
      if (title[1].startsWith('Decision')) return 'council-decision';
      return title[1].startsWith('Report on budget') || title[1].startsWith('Budget')
        ? 'budget-line'
        : 'document';
    case 'E2':
      return 'observation';
    case 'E3':
      return 'link';
    case 'E4':
      return title[1].startsWith('Meeting') ? 'meeting' : 'statement';
    case 'E5':
      return title[1].startsWith('Written answer') ? 'information-request' : 'document';
  }
}

function publisherOf([kind]: Sketch, municipality: string, title: Pair, random: Random): string {
  switch (kind) {
    case 'E1':
    case 'E5':
      return `Bashkia ${municipality}`;
    case 'E2':
      return organisationOf(municipality).name[0];
    case 'E3':
      return random.pick(words.thirdParties[words.titles.E3.indexOf(title)] ?? ['Ditari i Luginzës']);
    case 'E4':
      return '';
  }
}

function rowOf(assessment: Assessment, finding: Finding, sketch: Sketch, index: number): string[] {
  const { priority, round } = assessment;
  const random = randomFor(`work-evidence:${finding.component.key}/${round.key}/${index}`);
  const month = random.between(1, round.number === 4 ? 3 : 8);
  const day = random.between(3, 26);
  const year = round.number === 4 ? 2026 : Number(round.ends.slice(0, 4));
  const date = `${year}-${String(round.number === 4 ? month + 8 : month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const unit = priority.units[0] ?? priority.municipality.name;
  const number = random.between(11, 148);
  const title = titleOf(sketch, assessment, random);
  const kind = kindOf(sketch, title);
  const shows = fill(title, {
    ...priority.slots,
    u: unit,
    gu: genitiveOf(unit),
    about: matterOf(priority, finding),
    day: dayInWords(date),
    nr: number,
    k: random.between(4, 19),
  });
  return [
    `${finding.component.key}/${round.key}/${index + 1}`,
    round.key,
    finding.component.key,
    kind,
    sketch[0],
    sketch[1],
    date,
    ...shows.map(typeset),
    typeset(publisherOf(sketch, priority.municipality.name, title, random)),
    unit,
    String(number),
  ];
}

/** The evidence that monitors gathered for one priority in one round. */
export function itemsOf(assessment: Assessment): string[][] {
  return assessment.findings.flatMap((finding) =>
    sketches[finding.code].map((sketch, index) => rowOf(assessment, finding, sketch, index)),
  );
}
