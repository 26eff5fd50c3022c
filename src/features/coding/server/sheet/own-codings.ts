import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { getTaskToCode, type Task } from '../access.ts';
import { readCodings, type Coding } from '../code-store.ts';
import { readEvidence, type EvidenceRow } from '../evidence-store.ts';
import { showCoding, type CodingLists } from '../lists.ts';

/** A task of a coder's list with their own coding of it, if there is one: never another person's. */
export interface OwnCoding {
  listed: CodingLists['toCode'][number];
  task: Task;
  own: Coding | undefined;
  evidence: EvidenceRow[];
}

/** What someone has to code and has not handed in. @throws forbidden */
export async function readOwnCodings(app: App, actor: Actor): Promise<OwnCoding[]> {
  const { toCode } = await showCoding(app, actor);
  const now = app.clock();
  const all: OwnCoding[] = [];
  for (const listed of toCode) {
    const { task } = await getTaskToCode(app.db, actor, listed.id, now);
    const [codings, evidence] = await Promise.all([
      readCodings(app.db, task.id, task.reader),
      readEvidence(app.db, task, task.reader),
    ]);
    all.push({ listed, task, own: codings.find(({ accountId }) => accountId === task.reader), evidence });
  }
  return all;
}
