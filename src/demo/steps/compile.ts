import { putTogether, setNeedsAside } from '#features/compiling/schema.ts';
import { placeNeeds, setAside } from '#features/compiling/server/steps.ts';
import { showNeeds } from '#features/listening/server/needs.ts';
import { appOn, dayAfter } from '../clock.ts';
import { readCandidates } from '../content/contract.ts';
import type { DemoNeed, readListening } from '../content/listening.ts';
import { expectDone } from '../expect-done.ts';
import { boardOf, demoId, fieldId, type Stage } from '../stage.ts';

type Content = ReturnType<typeof readListening>;

/** So many needs begin a candidate; the others are put to them later. */
const first = 5;

/**
 * Groups needs into candidate priorities and sets others aside, step by step.
 * @returns the candidates' ids by their key
 */
export async function compile(
  stage: Stage,
  part: Parameters<typeof readCandidates>[0],
  content: Content,
): Promise<ReadonlyMap<string, string>> {
  const needs = await findNeeds(stage, content);
  const candidates = new Map<string, string>();
  for (const candidate of readCandidates(part)) {
    const own = needs.filter((need) => need.candidate === candidate.id);
    const fields = { title: candidate.title, field: fieldId(candidate.field), candidate: '' };
    const id = await put(stage, candidate.id, own.slice(0, first), fields);
    const later = own.slice(first);
    if (later.length > 0) await put(stage, `${candidate.id}/2`, later, { candidate: id });
    candidates.set(candidate.id, id);
  }
  const aside = Map.groupBy(
    needs.filter(({ set_aside }) => set_aside !== ''),
    ({ set_aside }) => set_aside,
  );
  for (const [reason, own] of aside) {
    const command = setNeedsAside.parse({ step: demoId('aside', reason), needs: seen(own), reason });
    const taken = await setAside(dayOfCompiling(stage), stage.members.facilitator, {
      ...boardOf(stage),
      ...command,
    });
    expectDone('set needs aside', taken);
  }
  return candidates;
}

function dayOfCompiling(stage: Stage) {
  return appOn(stage.app, dayAfter(stage.firstDay, -38));
}

type Found = DemoNeed & { needId: string };

/** The needs of all sessions that were held, with the ids that they got. */
async function findNeeds(stage: Stage, { sessions, needs }: Content): Promise<Found[]> {
  const found: Found[] = [];
  for (const { id, state } of sessions) {
    if (state === 'planned') continue;
    const shown = await showNeeds(stage.app, stage.members.facilitator, demoId('session', id));
    const own = needs.filter(({ session }) => session === id);
    found.push(
      ...own.flatMap((need, index) => {
        const needId = shown.needs[index]?.id;
        return needId === undefined ? [] : [{ ...need, needId }];
      }),
    );
  }
  return found;
}

function seen(needs: readonly Found[]): string[] {
  return needs.map(({ needId }) => `${needId}@waiting`);
}

async function put(
  stage: Stage,
  step: string,
  needs: readonly Found[],
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  const command = putTogether.parse({ step: demoId('step', step), needs: seen(needs), ...fields });
  const taken = await placeNeeds(dayOfCompiling(stage), stage.members.facilitator, {
    ...boardOf(stage),
    ...command,
  });
  const { candidateId } = expectDone(`compile ${step}`, taken);
  if (candidateId === null) throw new Error(`step ${step} is about no candidate`);
  return candidateId;
}
