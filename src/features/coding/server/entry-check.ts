import type { FieldFault } from '#forms/form.ts';
import type { Db } from '#server/database/db.ts';
import { missingFor, parseRequirements } from '../entry-rules.ts';
import { faultsOfMissing } from '../requirement-words.ts';
import type { Task } from './access.ts';
import { readEvidence } from './evidence-store.ts';
import { readCodes } from './task-store.ts';

/**
 * What keeps a code from being given: it is not in the codebook, evidence that isn't there for the person, or what the codebook
 * requires for it and is missing.
 */
export async function faultsOfCode(
  db: Db,
  task: Task,
  given: { code: string; evidence: readonly string[]; searches: number },
  { isRuleMet = false }: { isRuleMet?: boolean } = {},
): Promise<FieldFault[]> {
  const code = (await readCodes(db, task.codebookId)).find((one) => one.code === given.code);
  if (!code) return [{ field: 'given', key: 'form.fault.choice' }];
  const readable = new Map((await readEvidence(db, task, task.reader)).map((item) => [item.id, item]));
  const reliedOn = given.evidence.flatMap((id) => readable.get(id) ?? []);
  if (reliedOn.length < given.evidence.length)
    return [{ field: 'evidence', key: 'coding.fault.evidence-gone' }];
  if (isRuleMet) return [];
  return faultsOfMissing(
    missingFor(parseRequirements(code.requires), { reliedOn, searches: given.searches }),
  );
}
