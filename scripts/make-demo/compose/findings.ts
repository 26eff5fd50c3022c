import { randomFor, type Random } from '../random.ts';
import * as phrases from '../record/phrases.ts';
import { fill, sentences, type Pair } from '../text.ts';
import { partOf, type PriorityPlan } from './plan.ts';
import type { Assessment, Code, Finding } from './progress.ts';

const order: Readonly<Record<Code, number>> = {
  complete: 0,
  partial: 1,
  initiated: 2,
  none: 3,
  'no-evidence': 4,
  'not-assessable': 5,
};

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The matter of a component, as it follows "për" / "on". */
export function matterOf(priority: PriorityPlan, finding: Finding): Pair {
  const text = priority.theme.components[finding.component.index];
  if (!text) throw new Error(`No text for ${finding.component.key}`);
  return fill(text.about, priority.slots);
}

type PickFresh = (phrases: readonly Pair[]) => Pair;

/** Picks from phrases, none a second time while others are left: a rationale that repeats itself reads as a machine's. */
function pickFresh(random: Random, used: Set<Pair>): PickFresh {
  return (of) => {
    const fresh = of.filter((phrase) => !used.has(phrase));
    const picked = random.pick(fresh.length > 0 ? fresh : of);
    used.add(picked);
    return picked;
  };
}

/** What the monitors found on one component, without a full stop. */
function findingText(assessment: Assessment, finding: Finding, pick: PickFresh): Pair {
  const { priority, round } = assessment;
  const text = priority.theme.components[finding.component.index];
  if (!text) throw new Error(`No text for ${finding.component.key}`);
  const about = matterOf(priority, finding);
  // Each year shows a little more of the amount than the one before.
  const share = 0.25 + 0.14 * round.number + randomFor(`part:${finding.component.key}`).next() * 0.15;
  const slots = {
    ...priority.slots,
    about,
    y: round.ends.slice(0, 4),
    p: partOf(priority.slots.n, share, priority.theme.n),
  };
  switch (finding.code) {
    case 'complete': {
      const done = fill(text.done, slots);
      if (!finding.held) return done;
      const tail = pick(phrases.heldOn);
      return [`${done[0]}; ${tail[0]}`, `${done[1]}; ${tail[1]}`];
    }
    case 'partial':
      return fill(text.half, slots);
    case 'initiated': {
      const works = priority.theme.field === 'infrastructure';
      return fill(pick(works ? phrases.startedWorks : phrases.startedActs), slots);
    }
    case 'none':
      return fill(pick(phrases.nothingFound), slots);
    case 'no-evidence':
      return fill(pick(phrases.couldNotTell), slots);
    case 'not-assessable':
      return fill(phrases.cannotBeTested, slots);
  }
}

/** What was found on each component, by its key: beside its code and in the priority's rationale the words are the same. */
export interface FindingTexts {
  byComponent: ReadonlyMap<string, Pair>;
  /** The phrases already taken. */
  used: ReadonlySet<Pair>;
}

/** The words for every component of an assessment; those of an earlier version stay where its code did. */
export function findingTexts(
  assessment: Assessment,
  earlier?: { assessment: Assessment; texts: FindingTexts },
): FindingTexts {
  const used = new Set(earlier?.texts.used);
  const pick = pickFresh(randomFor(`finding:${assessment.priority.key}/${assessment.round.key}`), used);
  const byComponent = new Map(
    assessment.findings.map((finding) => {
      const { key } = finding.component;
      const stood = earlier?.assessment.findings.some(
        (one) => one.component.key === key && one.code === finding.code,
      );
      const kept = stood ? earlier?.texts.byComponent.get(key) : undefined;
      return [key, kept ?? findingText(assessment, finding, pick)];
    }),
  );
  return { byComponent, used };
}

/** Why the status is what it is: the findings from the best to the worst, then what stands apart from the scale. */
export function rationaleOf(assessment: Assessment, texts: FindingTexts): Pair {
  const random = randomFor(`rationale:${assessment.priority.key}/${assessment.round.key}`);
  const ordered = assessment.findings.toSorted((a, b) => order[a.code] - order[b.code]);
  const parts = ordered.map(({ component }) => texts.byComponent.get(component.key) ?? ['', '']);
  if (assessment.reversed) parts.push(phrases.fellBack);
  if (assessment.blockedBy) parts.push(random.pick(phrases.blocked[assessment.blockedBy]));
  if (assessment.contested) parts.push(random.pick(phrases.disputed));
  return sentences(parts.map(([sq, en]): Pair => [capital(sq), capital(en)]));
}
