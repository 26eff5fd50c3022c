import { findingTexts } from '../compose/findings.ts';
import type { Assessment, Code, Finding } from '../compose/progress.ts';
import { randomFor } from '../random.ts';
import { typeset, type Pair } from '../text.ts';

/** What the other coder gave where the two did not agree: the next code below, on the same evidence. */
const below: Readonly<Partial<Record<Code, Code>>> = { complete: 'partial', partial: 'initiated' };

const reason: Pair = [
  'Përbërësi kërkon diçka që e përdorin banorët; dëshmitë nga terreni e tregojnë këtë më qartë se aktet e bashkisë.',
  'The component asks for something that residents use; the evidence from the ground shows that more plainly than the municipality’s acts.',
];

function rowOf(assessment: Assessment, finding: Finding, rationale: readonly [string, string]): string[] {
  const random = randomFor(`work-coding:${finding.component.key}/${assessment.round.key}`);
  const other = random.chance(0.24) ? below[finding.code] : undefined;
  const isFirst = random.chance(0.5);
  const searched = finding.code === 'none';
  return [
    assessment.round.key,
    finding.component.key,
    other && isFirst ? other : finding.code,
    other && !isFirst ? other : finding.code,
    finding.code,
    ...rationale.map(typeset),
    ...(other ? reason : ['', '']),
    searched ? 'Faqja e bashkisë, regjistri i prokurimeve, buxheti i vitit, vizitë në vend' : '',
    searched ? 'Drejtoria përgjegjëse dhe administratori i njësisë' : '',
  ];
}

/** What two coders gave for each component of a priority in a round, and the code that was settled. */
export function codingsOf(assessment: Assessment): string[][] {
  const texts = findingTexts(assessment);
  return assessment.findings.map((finding) =>
    rowOf(assessment, finding, texts.byComponent.get(finding.component.key) ?? ['', '']),
  );
}
