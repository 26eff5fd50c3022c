import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { jsonOrNull } from '../localised.ts';
import { mayAddOutcome } from '../policy.ts';
import type { OutcomeCommand } from '../schema.ts';
import { accountOf, done, refused } from './access.ts';
import * as links from './link-store.ts';
import { withStates } from './public.ts';
import * as store from './public-store.ts';

/** A conclusion of the record, for who may say what came of it. @throws not-found, forbidden */
export async function conclusionToFollow(db: Db, actor: Actor, id: string) {
  const conclusion = z.uuid().safeParse(id).success ? await links.readConclusion(db, id) : undefined;
  if (!conclusion || actor.kind !== 'account') throw notFound(`conclusion ${id}`);
  const followers = await store.readFollowers(db, [conclusion.id]);
  if (!mayAddOutcome(actor, conclusion, followers))
    throw new DomainError('forbidden', 'does not follow it up');
  return { conclusion, followers };
}

/** A conclusion with what came of it so far, and what an outcome can be linked to where its event was held. */
export async function showFollowUp(app: App, actor: Actor, id: string) {
  const { conclusion } = await conclusionToFollow(app.db, actor, id);
  const [[shown], municipalities, chosen] = await Promise.all([
    withStates(app.db, [conclusion], dayOf(app.clock())),
    links.readMunicipalitiesWithContracts(app.db),
    listTargets(app, conclusion.municipalityKey ?? ''),
  ]);
  if (!shown) throw notFound(`conclusion ${id}`);
  return { conclusion: shown, municipalities, chosen };
}

/** What an outcome can be linked to in a municipality; nothing where there is no such one. */
export async function listTargets(app: App, municipality: string) {
  const targets = municipality === '' ? [] : await links.readTargets(app.db, municipality);
  return { municipality: targets.length > 0 ? municipality : '', targets };
}

/** Says what came of a conclusion, for everyone and for good: a later outcome stands beside it. */
export function addOutcome(
  app: App,
  actor: Actor,
  id: string,
  command: OutcomeCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const { conclusion } = await conclusionToFollow(tx, actor, id);
    const today = dayOf(app.clock());
    if (command.dated > today) return refused('dated', 'after.fault.future');
    if (command.dated < conclusion.starts.slice(0, command.dated.length)) {
      return refused('dated', 'after.fault.before-event');
    }
    const [kind = '', target = ''] = command.link.split(':');
    if (command.link !== '' && !(await links.isTarget(tx, kind, target))) {
      return refused('link', 'form.fault.choice');
    }
    // Two who add one at once wait for each other here, and take different keys.
    await tx.selectFrom('conclusion').select('id').where('id', '=', conclusion.id).forNoKeyUpdate().execute();
    const earlier = await store.readOutcomes(tx, [conclusion.id]);
    const statement = jsonOrNull({ sq: command.statementSq, en: command.statementEn }) ?? '{}';
    const isSame = earlier.some(
      (one) => one.dated === command.dated && one.statement.sq === command.statementSq,
    );
    if (isSame) return done(null);
    const key = `${conclusion.key}/outcome-${earlier.length + 1}`;
    const added = idOf('conclusion_outcome', key);
    await tx
      .insertInto('conclusion_outcome')
      .values({
        id: added,
        key,
        conclusion_id: conclusion.id,
        dated: command.dated,
        statement,
        contract_id: kind === 'contract' ? target : null,
        priority_id: kind === 'priority' ? target : null,
        signature_id: kind === 'signature' ? target : null,
        completes: command.completes,
      })
      .execute();
    await citeWork(
      tx,
      {
        key: `work/conclusions/${conclusion.key}/${earlier.length + 1}`,
        title: pickText(conclusion.eventTitle, defaultLanguage),
        publisher: pickText(await links.readPublisher(tx, actor), defaultLanguage),
        publishedOn: today,
      },
      [{ id: added, kind: 'conclusion_outcome' }],
    );
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'add-outcome',
      subject: { kind: 'conclusion', id: conclusion.id },
      ...(conclusion.municipalityId === null ? {} : { municipalityId: conclusion.municipalityId }),
      after: { outcome: key, completes: command.completes },
    });
    await noteRecordChange(tx, { tables: ['conclusion_outcome', 'source'] });
    return done(null);
  });
}
