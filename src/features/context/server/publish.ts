import type { Actor } from '#features/accounts/actor.ts';
import { namedSources } from '#features/library/named-source.ts';
import { citeNamed } from '#features/library/server/cite-named.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { DomainError } from '#server/errors.ts';
import * as store from './draft-store.ts';
import { getDraft, workerOf } from './drafts.ts';
import { readPeriods } from './store.ts';

const longestName = 80;

/** Makes what was written public: a new period, or the next version of one. @throws not-found, forbidden, conflict */
export async function publishPeriod(app: App, actor: Actor, id: string): Promise<{ name: string }> {
  const account = workerOf(actor);
  const today = dayOf(app.clock());
  return inTransaction(app.db, async (tx) => {
    await store.holdDraft(tx, id);
    const draft = await getDraft(tx, actor, id);
    if (draft.periodId !== null) throw new DomainError('conflict', 'already public');
    const name = draft.corrects ?? (await freeName(tx, draft));
    const [newest] = await readPeriods(tx, name);
    const version = (newest?.version ?? 0) + 1;
    if (version > 1 && Object.keys(draft.reason).length === 0)
      throw new DomainError('conflict', 'a correction says why');
    const key = version === 1 ? name : `${name}/${version}`;
    const period = {
      id: idOf('context_period', key),
      key,
      name,
      version,
      kind: draft.kind,
      state: draft.state,
      starts: draft.starts,
      ends: draft.ends,
      ends_is: draft.endsIs,
      title: draft.title,
      summary: draft.summary,
      reason: version === 1 ? null : draft.reason,
      published_on: today,
    };
    await insertRows(tx, 'context_period', [period]);
    const places = await placesOf(tx, draft, period);
    await insertRows(tx, 'context_municipality', places);
    const subjects = [
      { kind: 'context_period', id: period.id },
      ...places.map((place) => ({ kind: 'context_municipality', id: place.id })),
    ];
    const work = `work/context/${key}`;
    const title = translator(defaultLanguage)('context.source', {
      title: pickText(draft.title, defaultLanguage),
    });
    await citeWork(tx, { key: work, title, publisher: 'POP', publishedOn: today }, subjects);
    await citeNamed(tx, work, namedSources.parse(draft.sources), subjects);
    await store.closeDraft(tx, id, period.id);
    await recordAudit(tx, {
      actor: account,
      action: 'publish',
      subject: { kind: 'context', id },
      after: { period: key, state: draft.state },
      ...(version === 1 ? {} : { reason: pickText(draft.reason, defaultLanguage) }),
    });
    await noteRecordChange(tx, { tables: ['context_period', 'context_municipality', 'source'] });
    return { name };
  });
}

async function freeName(tx: Tx, { title, starts }: store.DraftRow): Promise<string> {
  const words = slugOf(pickText(title, defaultLanguage)).slice(0, longestName).replace(/-$/, '');
  const name = words === '' ? starts : `${starts}-${words}`;
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if ((await readPeriods(tx, candidate)).length === 0) return candidate;
  }
}

async function placesOf(tx: Tx, draft: store.DraftRow, period: { id: string; key: string }) {
  if (draft.municipalityIds.length === 0) return [];
  const municipalities = await tx
    .selectFrom('municipality')
    .select(['id', 'key'])
    .where('id', 'in', draft.municipalityIds)
    .orderBy('key')
    .execute();
  return municipalities.map((municipality) => {
    const key = `${period.key}/${municipality.key}`;
    return {
      id: idOf('context_municipality', key),
      key,
      period_id: period.id,
      municipality_id: municipality.id,
    };
  });
}
