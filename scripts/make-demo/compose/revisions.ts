import type { Pair } from '../text.ts';
import type { Assessment, Code } from './progress.ts';

/** A published status that had to change: what was wrong, and the codes as they stand since. */
export interface Revision {
  kind: 'correction' | 'dispute';
  round: string;
  municipality: string;
  /** The first component of the priority moves from the one code to the other. */
  from: Code;
  to: Code;
  published: string;
  reason: Pair;
}

export const revisions: readonly Revision[] = [
  {
    kind: 'correction',
    round: '2021-2022',
    municipality: 'Ujëkthjellë',
    from: 'partial',
    to: 'none',
    published: '2023-02-16',
    reason: [
      'Fotografia e përdorur si dëshmi ishte bërë në një vend tjetër. Gabimi është yni; na e bëri të ditur një banore.',
      'The photograph used as evidence was taken at another place. The mistake is ours; a resident pointed it out.',
    ],
  },
  {
    kind: 'correction',
    round: '2023-2024',
    municipality: 'Ullimarë',
    from: 'complete',
    to: 'partial',
    published: '2025-04-03',
    reason: [
      'Një nga dy dëshmitë doli të ishte përsëritje e tjetrës: nuk kishte dy burime të pavarura, siç kërkon rregulli.',
      'One of the two items of evidence turned out to repeat the other: there were not two independent sources, as the rule requires.',
    ],
  },
  {
    kind: 'dispute',
    round: '2023-2024',
    municipality: 'Kripalë',
    from: 'none',
    to: 'partial',
    published: '2025-05-22',
    reason: [
      'Bashkia e kundërshtoi vlerësimin dhe solli kontratën e punimeve. E vendosi një vlerësues që nuk e kishte koduar, pas një vizite të re.',
      'The municipality disputed the assessment and brought the works contract. It was decided by an assessor who had not coded it, after a new visit.',
    ],
  },
];

/** The priority that a revision falls on: the first whose status it changes. */
export function findRevised(revision: Revision, assessments: readonly Assessment[]): Assessment {
  const wanted = revision.kind === 'dispute' ? 'not' : revision.from === 'complete' ? 'fully' : 'partly';
  const found = assessments.find(
    (one) =>
      one.round.key === revision.round &&
      one.contract.municipality.name === revision.municipality &&
      one.priority.theme.field === 'infrastructure' &&
      one.status === wanted &&
      !one.contested &&
      one.blockedBy === null &&
      one.findings[0]?.code === revision.from &&
      one.findings
        .slice(1)
        .every(({ code }) => (wanted === 'fully' ? true : code === 'none' || code === 'initiated')),
  );
  if (!found) throw new Error(`Nothing to revise in ${revision.municipality}, ${revision.round}`);
  return found;
}
