import { parseMapping } from '#features/monitoring/derivation.ts';
import type { Db } from '#server/database/db.ts';
import type { AssessedComponent, AssessedPriority, Codebook } from '../assessed.ts';
import { readAssessed, readCodebooks, type ComponentRow } from './assessed-store.ts';

function componentOf(row: ComponentRow): AssessedComponent[] {
  if (row.taskId === null) return [];
  const {
    taskId,
    componentId,
    componentKey,
    componentPosition,
    componentStatement,
    due,
    code,
    codeRationale,
  } = row;
  return [
    {
      taskId,
      id: componentId,
      key: componentKey,
      position: componentPosition,
      statement: componentStatement,
      due,
      code,
      rationale: codeRationale ?? {},
    },
  ];
}

function priorityOf(rows: readonly ComponentRow[]): AssessedPriority[] {
  const [first] = rows;
  if (!first) return [];
  const {
    priorityId,
    priorityKey,
    priorityPosition,
    priorityStatement,
    rationale,
    late,
    reversed,
    blockedBy,
    version,
  } = first;
  return [
    {
      id: priorityId,
      key: priorityKey,
      position: priorityPosition,
      statement: priorityStatement,
      components: rows.flatMap(componentOf),
      written:
        version === null
          ? null
          : {
              rationale: rationale ?? {},
              late: late ?? false,
              reversed: reversed ?? false,
              blockedBy,
              version,
            },
    },
  ];
}

/** The priorities of many assessments by one question, each in its contract's order. */
export async function assessedOf(
  db: Db,
  assessmentIds: readonly string[],
): Promise<Map<string, AssessedPriority[]>> {
  const byAssessment = Map.groupBy(await readAssessed(db, assessmentIds), ({ assessmentId }) => assessmentId);
  return new Map(
    [...byAssessment].map(([id, rows]) => [
      id,
      [...Map.groupBy(rows, ({ priorityId }) => priorityId).values()].flatMap(priorityOf),
    ]),
  );
}

/** Codebooks by id. */
export async function codebooksOf(db: Db, ids: readonly string[]): Promise<Map<string, Codebook>> {
  const rows = await readCodebooks(db, [...new Set(ids)]);
  return new Map(rows.map(({ id, mapping, codes }) => [id, { mapping: parseMapping(mapping), codes }]));
}

/** @throws where a round's codebook is not in the record, which its foreign key rules out */
export function codebookIn(codebooks: ReadonlyMap<string, Codebook>, id: string): Codebook {
  const found = codebooks.get(id);
  if (!found) throw new Error(`codebook ${id} has no codes`);
  return found;
}
