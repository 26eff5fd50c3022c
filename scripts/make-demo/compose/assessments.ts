import type { Draft } from '../package.ts';
import { findingTexts, rationaleOf, type FindingTexts } from './findings.ts';
import { statusOf, type Assessment } from './progress.ts';
import { findRevised, revisions, type Revision } from './revisions.ts';

export interface Revised {
  revision: Revision;
  assessment: Assessment;
}

function addVersion(
  draft: Draft,
  assessment: Assessment,
  texts: FindingTexts,
  version: number,
  revision: Revision | null,
): void {
  const { priority, round } = assessment;
  draft.add('statuses', {
    id: `${priority.key}/${round.key}/${version}`,
    priority: priority.key,
    round: round.key,
    version,
    kind: revision?.kind ?? 'assessment',
    status: assessment.status,
    initiated: assessment.initiated,
    late: assessment.late,
    reversed: assessment.reversed,
    contested: assessment.contested,
    blocked_by: assessment.blockedBy,
    rationale: rationaleOf(assessment, texts),
    reason: revision?.reason,
    published_on: revision?.published ?? round.published,
  });
  if (round.codebook !== 'pop-2') return;
  for (const { component, code } of assessment.findings) {
    draft.add('component-codes', {
      id: `${component.key}/${round.key}/${version}`,
      component: component.key,
      round: round.key,
      version,
      code,
      rationale: texts.byComponent.get(component.key),
    });
  }
}

function revise(assessment: Assessment, revision: Revision): Assessment {
  const findings = assessment.findings.map((finding, index) =>
    index === 0 ? { ...finding, code: revision.to, held: false, fellBack: false } : finding,
  );
  const status = statusOf(findings.map(({ code }) => code));
  return {
    ...assessment,
    findings,
    status,
    initiated: status === 'not' && findings.some(({ code }) => code === 'initiated'),
  };
}

/** Statuses and component codes into the draft; returns the assessments that took the place of a published one. */
export function addAssessments(draft: Draft, assessments: readonly Assessment[]): Revised[] {
  for (const assessment of assessments) addVersion(draft, assessment, findingTexts(assessment), 1, null);
  return revisions.map((revision) => {
    const first = findRevised(revision, assessments);
    const revised = revise(first, revision);
    const texts = findingTexts(revised, { assessment: first, texts: findingTexts(first) });
    addVersion(draft, revised, texts, 2, revision);
    return { revision, assessment: revised };
  });
}
