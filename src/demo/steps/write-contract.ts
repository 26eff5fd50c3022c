import {
  beginDraft as beginSchema,
  saveComponent as componentSchema,
  savePriority as prioritySchema,
  submitDraft as submitSchema,
} from '#features/contracts/draft-schema.ts';
import { saveComponent } from '#features/contracts/server/drafting/components.ts';
import { showDraft, showPriorityForm } from '#features/contracts/server/drafting/draft-page.ts';
import { beginDraft } from '#features/contracts/server/drafting/drafts.ts';
import { savePriority, takeCandidates } from '#features/contracts/server/drafting/priorities.ts';
import { submitDraft } from '#features/contracts/server/drafting/review.ts';
import { appOn, dayAfter } from '../clock.ts';
import type { DemoComponent, DemoPriority, readContract, readEarlierTexts } from '../content/contract.ts';
import { expectDone } from '../expect-done.ts';
import { demoId, fieldId, unitId, type Stage } from '../stage.ts';

type Content = ReturnType<typeof readContract>;
type Earlier = ReturnType<typeof readEarlierTexts>[number];

export interface Draft {
  id: string;
  /** The draft's priorities by the key that the file gives them. */
  priorities: ReadonlyMap<string, string>;
}

/** Begins the contract and makes its priorities of candidates, in their order, with their components. */
export async function writeContract(
  stage: Stage,
  { priorities, components, versions }: Content,
  candidates: ReadonlyMap<string, string>,
): Promise<Draft> {
  const { editor, municipalityId } = stage.members;
  const app = dayBefore(stage, versions[0]?.day ?? 0);
  const begun = beginSchema.parse({
    municipality: municipalityId,
    mandate: stage.mandateId,
    binding_language: 'sq',
  });
  const { id } = expectDone('begin the contract', await beginDraft(app, editor, begun));
  const ids = new Map<string, string>();
  for (const priority of priorities) {
    const candidate = candidates.get(priority.candidate) ?? '';
    const taken = await takeCandidates(app, editor, id, { candidates: [candidate] });
    expectDone(`take candidate ${priority.candidate}`, taken);
    const { priorities: own } = await showDraft(app, editor, id);
    const made = own.at(-1)?.id ?? '';
    ids.set(priority.id, made);
    await savePriorityText(stage, app, { id, priorities: ids }, priority);
    for (const component of components.filter((one) => one.priority === priority.id)) {
      await saveComponentText(stage, app, { id, priorities: ids }, component);
    }
  }
  return { id, priorities: ids };
}

function dayBefore(stage: Stage, day: number) {
  return appOn(stage.app, dayAfter(stage.firstDay, day - 1));
}

/** Writes a priority over what the draft has of it. */
export async function savePriorityText(
  stage: Stage,
  app: Stage['app'],
  draft: Draft,
  priority: DemoPriority,
): Promise<void> {
  const { editor } = stage.members;
  const id = draft.priorities.get(priority.id) ?? '';
  const shown = await showPriorityForm(app, editor, draft.id, id);
  const localities = Map.groupBy(
    priority.places.map((place) => place.split(':')),
    ([unit = '']) => unit,
  );
  const command = prioritySchema.parse({
    ...priority,
    id,
    version: String(shown.priority?.version),
    field: fieldId(priority.field),
    units: [...localities.keys()].map(unitId),
    ...Object.fromEntries(
      [...localities].map(([unit, own]) => [
        `locality-${unitId(unit)}`,
        own.map(([, name = '']) => name).join(', '),
      ]),
    ),
  });
  const saved = await savePriority(app, editor, draft.id, command, `demo/${priority.id}`);
  expectDone(`write priority ${priority.id}`, saved);
}

/** Writes a component: a new one, or over the one that there is. */
export async function saveComponentText(
  stage: Stage,
  app: Stage['app'],
  draft: Draft,
  component: DemoComponent,
): Promise<void> {
  const { editor } = stage.members;
  const priorityId = draft.priorities.get(component.priority) ?? '';
  const id = demoId('component', component.id);
  const { priority } = await showPriorityForm(app, editor, draft.id, priorityId);
  const version = priority?.components.find((one) => one.id === id)?.version;
  const command = componentSchema.parse({
    ...component,
    id,
    ...(version === undefined ? {} : { version: String(version) }),
  });
  const ref = { draftId: draft.id, priorityId };
  const saved = await saveComponent(app, editor, ref, command, `demo/${component.id}`);
  expectDone(`write component ${component.id}`, saved);
}

/** Hands in what the draft says as its next version. */
export async function handIn(
  stage: Stage,
  draft: Draft,
  version: Content['versions'][number],
): Promise<void> {
  const { editor } = stage.members;
  const app = appOn(stage.app, dayAfter(stage.firstDay, version.day));
  const shown = await showDraft(app, editor, draft.id);
  const command = submitSchema.parse({ version: String(shown.draft.version), note: version.note });
  expectDone('hand in the contract', await submitDraft(app, editor, draft.id, command));
}

/** The contract as its first version said it. */
export function asFirstWritten(content: Content, earlier: readonly Earlier[]): Content {
  function rewritten<Row extends { id: string }>(rows: readonly Row[], kind: Earlier['kind']): Row[] {
    return rows.map((row) => {
      const own = earlier.filter((one) => one.kind === kind && one.of === row.id);
      const texts = own.flatMap(({ field, sq, en }) => [
        [`${field}_sq`, sq],
        [`${field}_en`, en],
      ]);
      return { ...row, ...Object.fromEntries(texts) };
    });
  }
  return {
    ...content,
    priorities: rewritten(content.priorities, 'priority'),
    components: rewritten(content.components, 'component'),
  };
}
