import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nobody } from '#features/accounts/actor.ts';
import { PdfMaker } from '#server/pdf/pdf-maker.ts';
import { readPdf } from '#testing/read-pdf.ts';
import { publishDraft } from '../drafting/freeze.ts';
import { approveDraft, sendBackDraft } from '../drafting/review.ts';
import { showContract } from '../service.ts';
import { signingInvitation } from '../signing/invitation.ts';
import { addApproved, addDraft, done, stateOf, submit, useWork } from '../work.fixture.ts';
import { draftPaper, publishedPaper, readPapers } from './approved-papers.ts';

const world = useWork();

async function publish(draftId: string): Promise<string> {
  const { version, versionNumber } = await stateOf(world, draftId);
  const command = { version, number: versionNumber ?? 0 };
  return done(await publishDraft(world.app(), world.work().editor, draftId, command)).key;
}

test('a published contract serves the documents that were approved, and shows their SHA-256', async () => {
  const draftId = await addApproved(world);
  const key = await publish(draftId);
  const { contract } = await showContract(world.app(), key);
  for (const [language, sha256] of [
    ['sq', contract.pdfSqSha256],
    ['en', contract.pdfEnSha256],
  ] as const) {
    const pdf = await publishedPaper(world.app(), key, language);
    expect(createHash('sha256').update(pdf).digest('hex')).toBe(sha256);
    expect(readPdf(pdf).text).toContain(`https://pop.example/${language}/contracts/${key}`);
    expect(await draftPaper(world.app(), world.work().contact, draftId, language)).toEqual(pdf);
  }
  expect(contract.keepsPdf).toBe(true);
});

test('a draft says that it is not for signature, and is for members alone', async () => {
  const draftId = await addDraft(world);
  const { facilitator, contact, editorElsewhere } = world.work();
  const pdf = await draftPaper(world.app(), facilitator, draftId, 'en');
  expect(readPdf(pdf).text).toContain('Draft, not for signature');
  for (const actor of [contact, editorElsewhere, nobody]) {
    await expect(draftPaper(world.app(), actor, draftId, 'en')).rejects.toThrow('not-found');
  }
});

test('a version that is sent back and approved again keeps its documents', async () => {
  const draftId = await addApproved(world);
  const { version, versionNumber } = await stateOf(world, draftId);
  const number = versionNumber ?? 0;
  const before = await readPapers(world.db(), draftId, number);
  expect(before.size).toBe(2);
  const { coordinator } = world.work();
  done(await sendBackDraft(world.app(), coordinator, draftId, { version, number, words: 'Prisni' }));
  await submit(world, draftId);
  const again = await stateOf(world, draftId);
  done(await approveDraft(world.app(), coordinator, draftId, { version: again.version, number }));
  expect(await readPapers(world.db(), draftId, number)).toEqual(before);
});

test('an invitation is made by editors of the municipality alone', async () => {
  const key = await publish(await addApproved(world));
  const { editor, contact, coordinator, editorElsewhere } = world.work();
  const asked = { to: 'mayor', name: 'Arta Hoxha', answer_by: '2027-05-01' } as const;
  const pdf = await signingInvitation(world.app(), editor, key, asked, 'sq');
  expect(readPdf(pdf).text).toContain('Arta Hoxha');
  for (const actor of [contact, coordinator, editorElsewhere, nobody]) {
    await expect(signingInvitation(world.app(), actor, key, asked, 'sq')).rejects.toThrow('forbidden');
  }
});

test('where the documents cannot be made nothing is approved, and the coordinator is told what to do', async () => {
  const draftId = await addDraft(world);
  const { number } = await submit(world, draftId);
  const { version } = await stateOf(world, draftId);
  const { coordinator } = world.work();
  const program = join(import.meta.dirname, '../../../../server/pdf/no-typst.fixture.ts');
  const pdf = new PdfMaker({ error: () => {} }, { program });
  const broken = { ...world.app(), pdf };
  expect(await approveDraft(broken, coordinator, draftId, { version, number })).toEqual({
    kind: 'refused',
    faults: [{ field: 'approve', key: 'drafting.fault.no-papers' }],
  });
  await pdf.close();
  expect(await stateOf(world, draftId)).toMatchObject({ state: 'submitted', version });
  done(await approveDraft(world.app(), coordinator, draftId, { version, number }));
});
