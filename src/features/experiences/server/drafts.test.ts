import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/accounts/actor.ts';
import { experienceForm } from '../schema.ts';
import { beginCorrection, beginExperience, fieldsOf, saveExperience, showDraft } from './drafts.ts';
import { useExperiences, valueOf } from './experiences.fixture.ts';
import { showExperience } from './public.ts';
import { giveBack, handIn, publishExperience } from './review.ts';
import { listExperienceTasks, showExperienceWork } from './work.ts';

const world = useExperiences();

const told = (given: Record<string, unknown> = {}) =>
  experienceForm.parse({
    title_sq: 'Një tabelë për çdo kërkesë',
    title_en: 'A table for every request',
    summary_sq: 'Çdo kërkesë merr përgjigje.',
    problem_sq: 'Askush nuk përgjigjej.',
    done_sq: 'Vendosëm një tabelë.',
    result_sq: 'Erdhën më shumë banorë.',
    field: world.field,
    cost_amount: '12 500,50',
    contact_name: 'Zyra e buxhetit',
    source_title_1: 'Raporti',
    version: '1',
    ...given,
  });

async function begun(by: Actor, where: 'fier' | 'vlora' = 'fier'): Promise<string> {
  const { municipality } = world.place(where);
  const command = { municipality, title_sq: 'Tabela', title_en: '' };
  return valueOf(await beginExperience(world.app, by, command)).id;
}

async function handedIn(by: Actor, given: Record<string, unknown> = {}): Promise<string> {
  const id = await begun(by);
  valueOf(await saveExperience(world.app, by, id, told(given)));
  valueOf(await handIn(world.app, by, id));
  return id;
}

const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('who tells', () => {
  test('members and the town hall tell of their own municipality, and of no other', async () => {
    for (const role of ['facilitator', 'monitor', 'editor', 'municipality-contact'] as const) {
      const actor = await world.person(role);
      expect(await begun(actor)).toBeTruthy();
      await expect(begun(actor, 'vlora')).rejects.toEqual(code('forbidden'));
    }
    await expect(begun(await world.person('coordinator'))).rejects.toEqual(code('forbidden'));
  });

  test('a draft is not there for people of another municipality', async () => {
    const id = await begun(await world.person('facilitator'));
    for (const role of ['editor', 'municipality-contact', 'facilitator'] as const) {
      const elsewhere = await world.person(role, 'vlora');
      await expect(showDraft(world.app, elsewhere, id)).rejects.toEqual(code('not-found'));
      await expect(saveExperience(world.app, elsewhere, id, told())).rejects.toEqual(code('not-found'));
      const { drafts } = await showExperienceWork(world.app, elsewhere);
      expect(drafts.map((draft) => draft.id)).not.toContain(id);
    }
    const administrator = await world.person('administrator');
    await expect(showExperienceWork(world.app, administrator)).rejects.toEqual(code('forbidden'));
  });

  test('what others saved meanwhile is not overwritten', async () => {
    const actor = await world.person('facilitator');
    const id = await begun(actor);
    valueOf(await saveExperience(world.app, actor, id, told()));
    const late = await saveExperience(world.app, actor, id, told({ title_sq: 'Tjetër' }));
    expect(late).toMatchObject({ kind: 'conflict', theirVersion: 2 });
  });

  test('what is missing keeps it from being handed in', async () => {
    const actor = await world.person('municipality-contact');
    const id = await begun(actor);
    expect((await showDraft(world.app, actor, id)).missing).toContain('result');
    expect(await handIn(world.app, actor, id)).toMatchObject({ kind: 'refused' });
  });

  test('priorities and evidence of other municipalities are refused', async () => {
    const actor = await world.person('facilitator');
    const id = await begun(actor);
    const foreign = told({ priorities: [world.experience.id] });
    expect(await saveExperience(world.app, actor, id, foreign)).toMatchObject({
      faults: [{ field: 'priorities' }],
    });
  });

  test('a person’s contact needs that they agreed', () => {
    const given = { ...told(), contact_is: 'person', version: undefined };
    const parsed = experienceForm.safeParse({ title_sq: 'a', contact_is: given.contact_is });
    expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['contact_agreed']);
  });
});

describe('who publishes', () => {
  test('an editor of the municipality or the coordinator, and nobody what they handed in', async () => {
    const editor = await world.person('editor');
    const own = await handedIn(editor);
    await expect(publishExperience(world.app, editor, own)).rejects.toEqual(code('forbidden'));
    const contact = await world.person('municipality-contact');
    await expect(publishExperience(world.app, contact, own)).rejects.toEqual(code('forbidden'));
    const elsewhere = await world.person('editor', 'vlora');
    await expect(publishExperience(world.app, elsewhere, own)).rejects.toEqual(code('not-found'));
    const { key } = await publishExperience(world.app, await world.person('coordinator'), own);
    await expect(publishExperience(world.app, editor, own)).rejects.toEqual(code('conflict'));
    const page = await showExperience(world.app, key);
    expect(page).toMatchObject({
      title: { sq: 'Një tabelë për çdo kërkesë', en: 'A table for every request' },
      costAmount: 1_250_050,
      costCurrency: 'ALL',
      contactName: 'Zyra e buxhetit',
    });
    expect(page.told.map(({ part }) => part)).toEqual(['problem', 'done', 'result']);
    expect(page.sources.map(({ title }) => title)).toContain('Raporti');
  });

  test('what was given back waits for its writer, and what is handed in for its reader', async () => {
    const writer = await world.person('facilitator');
    const editor = await world.person('editor');
    const id = await handedIn(writer);
    const hrefs = async (actor: Actor) =>
      (await listExperienceTasks(world.app, actor))
        .filter(({ href }) => href.endsWith(id))
        .map(({ key }) => key);
    expect([await hrefs(editor), await hrefs(writer)]).toEqual([['work.task.experience-review'], []]);
    await expect(giveBack(world.app, writer, id, 'Numrat?')).rejects.toEqual(code('forbidden'));
    await giveBack(world.app, editor, id, 'Numrat?');
    expect([await hrefs(writer)]).toEqual([['work.task.experience-mend']]);
    const mails = await world.app.db.selectFrom('mail_outbox').select('body_text').execute();
    expect(mails.map(({ body_text: text }) => text).join()).toContain('Numrat?');
    await expect(publishExperience(world.app, editor, id)).rejects.toEqual(code('conflict'));
  });
});

test('a correction is added with its reason; what was said before stays, a contact does not', async () => {
  const editor = await world.person('editor');
  const { id } = await beginCorrection(world.app, editor, world.experience.key);
  const elsewhere = await world.person('editor', 'vlora');
  await expect(beginCorrection(world.app, elsewhere, world.experience.key)).rejects.toEqual(
    code('forbidden'),
  );
  const { draft } = await showDraft(world.app, editor, id);
  const corrected = {
    ...fieldsOf(draft),
    contact_name: '',
    contact_agreed: undefined,
    result_sq: 'U ndreqën tri valvula.',
    reason_sq: 'Ishin tri.',
    version: String(draft.version),
  };
  valueOf(await saveExperience(world.app, editor, id, experienceForm.parse(corrected)));
  valueOf(await handIn(world.app, editor, id));
  await publishExperience(world.app, await world.person('coordinator'), id);
  const page = await showExperience(world.app, world.experience.key);
  expect(page.result).toEqual({ sq: 'U ndreqën tri valvula.', en: 'Two valves were repaired.' });
  expect(page.corrections).toMatchObject([{ version: 2, reason: { sq: 'Ishin tri.' } }]);
  const kept = await world.app.db
    .selectFrom('experience')
    .select(['result', 'contact_name'])
    .where('id', '=', world.experience.id)
    .executeTakeFirst();
  expect(kept).toEqual({
    result: { sq: 'U ndreqën dy valvula.', en: 'Two valves were repaired.' },
    contact_name: null,
  });
});
