import type { PublicationContext } from '#features/rounds/publication.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { liveStatus, type AssessedPriority, type Beside, type Codebook } from '../assessed.ts';

/** Text of the record: null where nothing was written. */
export function textOrNull<Text extends object>(text: Text): Text | null {
  return Object.keys(text).length > 0 ? text : null;
}

interface StatusOf {
  priority: { id: string; key: string };
  round: { id: string; key: string };
  version: number;
}

/** What a version of a status is called. */
export function statusKeyOf({ priority, round, version }: StatusOf): string {
  return `${priority.key}/${round.key}/${version}`;
}

/** What a version of a component's code is called. */
export function codeKeyOf(component: { key: string }, round: { key: string }, version: number): string {
  return `${component.key}/${round.key}/${version}`;
}

/** The columns of a status that people write. */
export function besideColumns({ rationale, late, reversed, blockedBy }: Beside) {
  return { late, reversed, blocked_by: blockedBy, rationale: textOrNull(rationale) };
}

/** The first statuses of an assessment: derived from its codes, with what was written beside each. */
export function statusRows(
  priorities: readonly AssessedPriority[],
  codebook: Codebook,
  { round, day }: Pick<PublicationContext, 'round' | 'day'>,
) {
  return priorities.flatMap((priority) => {
    const { written, components } = priority;
    const live = liveStatus(components, codebook);
    if (live.kind !== 'derived' || !written) return [];
    const key = statusKeyOf({ priority, round, version: 1 });
    return [
      {
        id: idOf('status', key),
        key,
        priority_id: priority.id,
        round_id: round.id,
        version: 1,
        kind: 'assessment',
        status: live.status,
        initiated: live.initiated,
        contested: false,
        ...besideColumns(written),
        reason: null,
        published_on: day,
      },
    ];
  });
}
