import { newItem } from '#features/evidence/schema.ts';
import { addItem } from '#features/evidence/server/gathering.ts';
import { reviewItem } from '#features/evidence/server/reviewing.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { appOn, dayAfter } from '../../clock.ts';
import type { DemoItem } from '../../content/monitoring.ts';
import { expectDone } from '../../expect-done.ts';
import { demoId } from '../../stage.ts';
import type { MonitoringStage } from './team.ts';

/** What the form of each kind has of its own. */
function ownFields({ kind, place, number, dated, shows_sq: shows, publisher }: DemoItem) {
  switch (kind) {
    case 'council-decision':
      return { number };
    case 'budget-line':
      return {
        year: dated.slice(0, 4),
        line: shows,
        phase: 'spent',
        amount: `${number}0000`,
        currency: 'ALL',
      };
    case 'information-request':
      return { addressee: publisher, askedOn: dated, dueOn: '', answeredOn: dated, outcome: 'answered' };
    case 'meeting':
      return { form: 'meeting', place, participants: '' };
    case 'statement':
      return { speaker: '', heard: 'in-person' };
    case 'observation':
    case 'photo':
      return { place, latitude: '', longitude: '', accuracy: '', at: '' };
    case 'document':
      return { reference: '', page: '' };
    case 'link':
    case 'procurement':
      return {};
  }
}

/** Monitors add what they found; the editor lets it be shown, but for the last few, which wait. */
export async function gatherEvidence(
  stage: MonitoringStage,
  assessment: string,
  items: readonly DemoItem[],
  { day, waiting = 0 }: { day: number; waiting?: number },
): Promise<void> {
  const on = appOn(stage.app, dayAfter(stage.firstDay, day));
  // The addresses are invented: there is no page to keep a copy of.
  const app = { ...on, config: { ...on.config, capturesLinks: false } };
  for (const [index, item] of items.entries()) {
    const id = demoId('evidence', item.id);
    const command = newItem.parse({
      id,
      kind: item.kind,
      class: item.class,
      stance: item.stance,
      dated: item.dated,
      showsSq: item.shows_sq,
      showsEn: item.shows_en,
      bindingLanguage: 'sq',
      publisher: item.publisher,
      url: item.kind === 'link' || item.kind === 'document' ? `https://shembull.example/${id}` : '',
      components: [idOf('component', item.component)],
      ofMunicipality: item.class === 'E5' ? 'yes' : '',
      altSq: '',
      altEn: '',
      ...ownFields(item),
    });
    expectDone(`add evidence ${item.id}`, await addItem(app, stage.team.monitor, assessment, command));
    if (index >= items.length - waiting) continue;
    const review = { version: 1, decision: 'accepted', note: '' } as const;
    expectDone(
      `review evidence ${item.id}`,
      await reviewItem(app, stage.members.editor, assessment, id, review),
    );
  }
}
