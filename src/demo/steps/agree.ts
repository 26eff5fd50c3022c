import {
  publishDraft as publishSchema,
  reviewDraft as reviewSchema,
  sendBackDraft as sendBackSchema,
  writeComment as commentSchema,
} from '#features/contracts/draft-schema.ts';
import { resolveThread, writeComment } from '#features/contracts/server/drafting/comments.ts';
import { showDraft } from '#features/contracts/server/drafting/draft-page.ts';
import { publishDraft } from '#features/contracts/server/drafting/freeze.ts';
import { approveDraft, sendBackDraft } from '#features/contracts/server/drafting/review.ts';
import { appOn, dayAfter } from '../clock.ts';
import { readComments, readContract, readEarlierTexts } from '../content/contract.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, type Stage } from '../stage.ts';
import {
  asFirstWritten,
  handIn,
  saveComponentText,
  savePriorityText,
  writeContract,
  type Draft,
} from './write-contract.ts';

/** Approved and published so many days before the first start. */
const approvedOn = -22;
const publishedOn = -18;

/**
 * The contract from its first version, which comes back with comments, to the second, approved and published.
 * @returns the published contract's key
 */
export async function agreeOnContract(
  stage: Stage,
  candidates: ReadonlyMap<string, string>,
): Promise<string> {
  const content = readContract('');
  const earlier = readEarlierTexts();
  const [first, second] = content.versions;
  if (!first || !second) throw new Error('the contract has two versions');
  const draft = await writeContract(stage, asFirstWritten(content, earlier), candidates);
  await handIn(stage, draft, first);
  await sendBack(stage, draft, first);
  await discuss(stage, draft);
  await rewrite(stage, draft, content, earlier);
  await handIn(stage, draft, second);
  return approveAndPublish(stage, draft);
}

async function sendBack(
  stage: Stage,
  draft: Draft,
  { day, number, returned }: { day: number; number: number; returned: string },
) {
  const app = appOn(stage.app, dayAfter(stage.firstDay, day + 1));
  const shown = await showDraft(app, stage.coordinator, draft.id);
  const command = sendBackSchema.parse({
    version: String(shown.draft.version),
    number: String(number),
    words: returned,
  });
  expectDone('send the contract back', await sendBackDraft(app, stage.coordinator, draft.id, command));
}

async function discuss(stage: Stage, draft: Draft): Promise<void> {
  const people = { coordinator: stage.coordinator, ...stage.members };
  const comments = readComments();
  for (const { id, thread, priority, by, day, body } of comments) {
    const command = commentSchema.parse({
      id: demoId('comment', id),
      priority: draft.priorities.get(priority) ?? '',
      thread: thread === '' ? '' : demoId('comment', thread),
      body,
    });
    const app = appOn(stage.app, dayAfter(stage.firstDay, day));
    expectDone(`comment ${id}`, await writeComment(app, people[by], draft.id, command));
  }
  for (const { id } of comments.filter(({ resolved }) => resolved)) {
    const app = appOn(stage.app, dayAfter(stage.firstDay, approvedOn - 4));
    const command = { thread: demoId('comment', id) };
    expectDone(`resolve ${id}`, await resolveThread(app, stage.members.editor, draft.id, command));
  }
}

/** What the first version said otherwise, as it is to be. */
async function rewrite(
  stage: Stage,
  draft: Draft,
  { priorities, components, versions }: ReturnType<typeof readContract>,
  earlier: ReturnType<typeof readEarlierTexts>,
): Promise<void> {
  const app = appOn(stage.app, dayAfter(stage.firstDay, (versions[1]?.day ?? 0) - 1));
  const changed = new Set(earlier.map(({ of }) => of));
  for (const priority of priorities) {
    if (changed.has(priority.id)) await savePriorityText(stage, app, draft, priority);
  }
  for (const component of components) {
    if (changed.has(component.id)) await saveComponentText(stage, app, draft, component);
  }
}

async function approveAndPublish(stage: Stage, draft: Draft): Promise<string> {
  const { coordinator, members } = stage;
  const read = async () => {
    const { draft: shown } = await showDraft(stage.app, coordinator, draft.id);
    return { version: String(shown.version), number: String(shown.versionNumber) };
  };
  const approving = appOn(stage.app, dayAfter(stage.firstDay, approvedOn));
  const approved = await approveDraft(approving, coordinator, draft.id, reviewSchema.parse(await read()));
  expectDone('approve the contract', approved);
  const publishing = appOn(stage.app, dayAfter(stage.firstDay, publishedOn));
  const published = await publishDraft(
    publishing,
    members.editor,
    draft.id,
    publishSchema.parse(await read()),
  );
  return expectDone('publish the contract', published).key;
}
