import type { Actor } from '#features/accounts/actor.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { doorOf } from './door.ts';
import { readExpected } from './door-store.ts';
import { badgesPdf, doorListPdf, type Expected } from './paper/door-papers.ts';
import { doorCode } from './token.ts';

/** Who is expected on site, for whoever works at the door; who takes names along on paper stands in the audit. */
async function peopleFor(app: App, actor: Actor, key: string, action: 'print-list' | 'print-badges') {
  const { plan, accountId } = await doorOf(app.db, actor, key);
  const expected = await readExpected(app.db, plan.id);
  await recordAudit(app.db, {
    actor: accountId,
    action,
    subject: { kind: 'registration', id: plan.id },
    ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
  });
  const people = expected
    .filter(({ mode }) => mode === 'on-site')
    .map(({ id, name, state, arrivedAt }): Expected => ({ name, state, arrivedAt, code: doorCode(app, id) }));
  return { event: plan, people };
}

/** The list of the door on paper. @throws not-found, forbidden, as the door itself */
export async function printDoorList(
  app: App,
  actor: Actor,
  key: string,
  language: Language,
): Promise<Uint8Array> {
  const given = await peopleFor(app, actor, key, 'print-list');
  return doorListPdf(app, { ...given, at: app.clock() }, language);
}

/** Badges of those who have a place. @throws not-found, forbidden, as the door itself */
export async function printBadges(
  app: App,
  actor: Actor,
  key: string,
  language: Language,
): Promise<Uint8Array> {
  const { event, people } = await peopleFor(app, actor, key, 'print-badges');
  return badgesPdf(app, { event, people: people.filter(({ state }) => state === 'place') }, language);
}
