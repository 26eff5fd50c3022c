import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicationForm } from '#features/library/schema.ts';
import { addDraftFile } from '#features/library/server/draft-files.ts';
import { addDraft, showDraft } from '#features/library/server/drafts.ts';
import { publishDraft } from '#features/library/server/publish.ts';
import type { App } from '#server/app.ts';
import { expectDone } from '../expect-done.ts';
import type { Members } from '../stage.ts';

const report = join(import.meta.dirname, '../../../data/demo-workspace/library/uji.pdf');

/** A report with its PDF, published; a handbook that is still being written. */
export async function publishLibrary(
  app: App,
  { editor, organisationId, municipalityId }: Members,
): Promise<void> {
  const water = publicationForm.parse({
    organisation: organisationId,
    municipality: municipalityId,
    kind: 'report',
    titleSq: 'Uji në Ullimarë: nga premtimi te çezma',
    titleEn: 'Water in Ullimarë: from promise to tap',
    summarySq: 'Sa orë në ditë vjen uji në çdo fshat, dhe çfarë mungon ende.',
    summaryEn: 'How many hours a day each village has water, and what is still missing.',
    authors: 'Qendra “Ullinjtë e Paqes”',
    publishedOn: '2026-05-20',
    language: 'sq',
    place: 'Ullimarë',
    publisher: 'Qendra “Ullinjtë e Paqes”',
    subjects: 'uji, ujësjellësi, shërbimet publike',
    pages: '3',
    licence: 'CC BY 4.0',
  });
  const { id } = expectDone('write the report down', await addDraft(app, editor, water));
  const data = new FormData();
  data.set('file', new File([readFileSync(report)], 'uji.pdf'));
  expectDone('add its file', await addDraftFile(app, editor, id, { fileLanguage: 'sq', version: 1 }, data));
  const { draft } = await showDraft(app, editor, id);
  expectDone(
    'publish the report',
    await publishDraft(app, editor, id, { reason: '', version: draft.version, language: 'sq' }),
  );
  const handbook = publicationForm.parse({
    organisation: organisationId,
    kind: 'manual',
    titleSq: 'Si lexohet një faturë uji',
    subjects: 'uji, të drejtat e konsumatorit',
    language: 'sq',
  });
  expectDone('begin a handbook', await addDraft(app, editor, handbook));
}
