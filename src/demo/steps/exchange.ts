import type { Actor } from '#features/accounts/actor.ts';
import { periodForm } from '#features/context/schema.ts';
import { addPeriod } from '#features/context/server/drafts.ts';
import type { App } from '#server/app.ts';
import { expectDone } from '../expect-done.ts';

/** What stood around the work of this year, not public yet. */
export async function noteContext(app: App, coordinator: Actor): Promise<void> {
  const period = periodForm.parse({
    kind: 'challenge',
    starts: '2026-06',
    endsIs: 'ongoing',
    title_sq: 'Zyrat e bashkive ndërrojnë nëpunës para zgjedhjeve',
    title_en: 'Town halls change staff before the elections',
    summary_sq: 'Kërkesat për informim mbeten pa përgjigje derisa caktohet nëpunësi i ri.',
    summary_en: 'Requests for information stay unanswered until the new officer is named.',
  });
  expectDone('note the context', await addPeriod(app, coordinator, period));
}
