import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { nobody } from '#features/accounts/actor.ts';
import { historyOf, searchAudit } from '#features/audit/server/service.ts';
import { auditFilter } from '#features/audit/schema.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addGrant } from '#testing/factories.ts';
import { addEvidenceFile, addEvidenceItems } from '#testing/factories-evidence.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { seesItem } from '../policy.ts';
import { itemFilter } from '../schema.ts';
import { itemToChange } from './changing.ts';
import { observation } from './evidence.fixture.ts';
import { addItem } from './gathering.ts';
import { evidenceOfComponents, listAssessments, listItems, readItemFile, showItem } from './items.ts';
import { itemToReview, itemToWithdraw } from './reviewing.ts';

// A source at risk: seen by the one who added it and those named, in every way that items can be asked for.

const database = useDatabase();
let app: App;
let at: Monitoring;
let everyone: Record<string, Actor>;
const item = { open: '', secret: '', forCoordinator: '' };

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), {
    clock: () => new Date('2028-06-01T08:00:00Z'),
  });
  at = await addMonitoring(app.db);
  const [open, secret, forCoordinator] = await addEvidenceItems(app.db, at, [
    { shows: JSON.stringify({ sq: 'E hapur' }) },
    {
      shows: JSON.stringify({ sq: 'Burimi në rrezik' }),
      visibility: 'private',
      readers: [at.secondEditor.id, at.otherCoder.id, at.resident.id],
    },
    { visibility: 'private', components: [2], readers: [at.coordinator.id] },
  ]);
  if (!open || !secret || !forCoordinator) throw new Error('three were asked for');
  await addEvidenceFile(app.db, secret, { name: 'dëshmi.jpg' });
  Object.assign(item, { open: open.id, secret: secret.id, forCoordinator: forCoordinator.id });
  everyone = {
    nobody,
    resident: at.resident,
    monitor: at.monitor,
    coder: at.coder,
    'other coder': at.otherCoder,
    editor: at.editor,
    'second editor': at.secondEditor,
    facilitator: at.facilitator,
    contact: at.contact,
    coordinator: at.coordinator,
    administrator: at.administrator,
    'monitor elsewhere': at.monitorElsewhere,
    'editor elsewhere': at.editorElsewhere,
    'contact elsewhere': at.contactElsewhere,
  };
});

/** Names of those for whom something works. */
async function whoCan(act: (who: Actor) => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  for (const [name, who] of Object.entries(everyone)) {
    const can = await act(who).then(
      (value) => value !== false,
      () => false,
    );
    if (can) names.push(name);
  }
  return names;
}

const named = ['monitor', 'other coder', 'second editor'];
const list = (who: Actor, filter = {}) => listItems(app, who, at.assessment.id, itemFilter.parse(filter));
const has = (items: readonly { id: string }[], id: string) => items.some((one) => one.id === id);

describe('private evidence is seen by its author and those named who work there', () => {
  test('on its page', async () => {
    expect(await whoCan((who) => showItem(app, who, at.assessment.id, item.secret))).toEqual(named);
    expect(await whoCan((who) => showItem(app, who, at.assessment.id, item.forCoordinator))).toEqual([
      'monitor',
      'coordinator',
    ]);
  });

  test('in the list, however it is filtered', async () => {
    for (const filter of [
      {},
      { state: 'private' },
      { kind: 'observation' },
      { component: at.components[0]?.id },
    ]) {
      expect(await whoCan(async (who) => has((await list(who, filter)).items, item.secret))).toEqual(named);
    }
  });

  test('in what coders are shown, whom exports serve too', async () => {
    const components = at.components.map(({ id }) => id);
    const shown = (who: Actor) => evidenceOfComponents(app, who, at.assessment.id, components);
    expect(await whoCan(async (who) => has(await shown(who), item.secret))).toEqual(named);
  });

  test('in what is counted', async () => {
    const counts = async (who: Actor) =>
      (await listAssessments(app, who)).find(({ id }) => id === at.assessment.id)?.items;
    expect(await whoCan(async (who) => (await counts(who)) === 3)).toEqual(['monitor']);
    expect(await counts(at.editor)).toBe(1);
    expect(await counts(at.secondEditor)).toBe(2);
    expect(await counts(at.coordinator)).toBe(2);
  });

  test('with its files', async () => {
    // There are no bytes: those who may ask are told of that, the others that there is no such item.
    const refusals = await Promise.all(
      Object.entries(everyone).map(async ([name, who]) => {
        const fault: unknown = await readItemFile(app, who, at.assessment.id, item.secret, '1').catch(
          (error: unknown) => error,
        );
        return String(fault).includes('file 1 of') ? [name] : [];
      }),
    );
    expect(refusals.flat()).toEqual(named);
  });

  test('to be changed, reviewed or taken back', async () => {
    const { id } = at.assessment;
    expect(await whoCan((who) => itemToChange(app, who, id, item.secret))).toEqual([
      'monitor',
      'second editor',
    ]);
    expect(await whoCan((who) => itemToWithdraw(app, who, id, item.secret))).toEqual([
      'monitor',
      'second editor',
    ]);
    expect(await whoCan((who) => itemToReview(app, who, id, item.secret))).toEqual([]);
  });

  test('in the audit, which tells nothing that it says', async () => {
    const id = randomUUID();
    const organisation_id = at.assessment.organisation_id;
    await addGrant(app.db, { account_id: at.secondEditor.id, role: 'editor', organisation_id });
    const secret = { id, visibility: 'private', readers: [at.secondEditor.id], place: 'Te burimi' };
    await addItem(app, at.monitor, at.assessment.id, observation(at, secret));
    const history = (who: Actor) => historyOf(app, who, { kind: 'evidence-item', id });
    expect(await whoCan(async (who) => (await history(who)).length > 0)).toEqual([
      'monitor',
      'second editor',
    ]);
    const { events } = await searchAudit(app, at.coordinator, auditFilter.parse({ kind: 'evidence-item' }));
    expect(events.filter(({ subjectId }) => subjectId === id)).toEqual([]);
    const told = JSON.stringify(await history(at.monitor));
    expect([told.includes('burimi'), told.includes('shtruar')]).toEqual([false, false]);
  });
});

test('the database and the policy say the same of everyone', async () => {
  for (const [name, who] of Object.entries(everyone)) {
    for (const id of [item.open, item.secret, item.forCoordinator]) {
      const { item: subject } = await showItem(app, at.monitor, at.assessment.id, id);
      const isListed = await list(who).then(
        ({ items }) => has(items, id),
        () => false,
      );
      expect([name, isListed]).toEqual([name, seesItem(who, subject)]);
    }
  }
});

test('coders from elsewhere see the evidence of the components that they code, nothing else', async () => {
  const [, secondTask] = at.tasks;
  const [other] = await addEvidenceItems(app.db, at, [{ components: [1] }]);
  await app.db
    .deleteFrom('coding_seat')
    .where('task_id', '=', secondTask?.id ?? '')
    .execute();
  const { items } = await list(at.otherCoder);
  expect([has(items, item.open), has(items, other?.id ?? '')]).toEqual([true, false]);
  expect(has((await list(at.coder)).items, other?.id ?? '')).toBe(true);
});

test('an item of one municipality is not found under another’s assessment', async () => {
  const elsewhere = await addMonitoring(app.db);
  for (const who of [elsewhere.editor, at.editor, at.coordinator]) {
    await expect(showItem(app, who, elsewhere.assessment.id, item.open)).rejects.toMatchObject({
      code: 'not-found',
    });
  }
});
