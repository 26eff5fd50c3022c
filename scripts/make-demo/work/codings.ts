import { findingTexts } from '../compose/findings.ts';
import type { Assessment, Code, Finding } from '../compose/progress.ts';
import { randomFor } from '../random.ts';
import { typeset, type Pair } from '../text.ts';

/** What the other coder gave where the two did not agree: the next code below, on the same evidence. */
const below: Readonly<Partial<Record<Code, Code>>> = { complete: 'partial', partial: 'initiated' };

/** Why whoever decided gave the higher of the two codes. */
const reasons: Readonly<Partial<Record<Code, readonly Pair[]>>> = {
  complete: [
    [
      'Dy dëshmi të pavarura, njëra nga terreni, tregojnë gjithë sa kërkon përbërësi; kodi më i ulët u mbështet vetëm te fjala e bashkisë.',
      'Two independent items, one of them from the ground, show all that the component asks for; the lower code rested on the municipality’s word alone.',
    ],
    [
      'Vizita në vend u bë pas mbylljes së punimeve; akti që përmendi koduesi tjetër ishte i një faze më të hershme.',
      'The visit was made after the works had ended; the act that the other coder named was of an earlier phase.',
    ],
    [
      'Ajo që mungon sipas njërit kodues nuk është pjesë e përbërësit; sa kërkohet këtu është arritur.',
      'What one coder found missing is no part of the component; what is asked for here was reached.',
    ],
  ],
  partial: [
    [
      'Banorët përdorin tashmë diçka nga kjo; akti formal nuk është gjithçka që u gjet.',
      'Residents already use some of it; the formal act is not all that was found.',
    ],
    [
      'Vëzhgimi në vend tregon një rezultat, ndonëse më pak se sa thotë përbërësi.',
      'The visit shows a result, though less than the component says.',
    ],
    [
      'Ankesa e banorëve thotë se puna është lënë përgjysmë, jo se nuk ka filluar.',
      'The residents’ complaint says that the work was left half done, not that it was never begun.',
    ],
  ],
};

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
    ...(other ? random.pick(reasons[finding.code] ?? []) : ['', '']),
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
