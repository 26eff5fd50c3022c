import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { publicationOf, pdfOf } from '#testing/factories-library.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { readDraftFile } from './draft-files.ts';
import { addDraft, changeDraft, draftOptions, dropDraftOf, listDrafts, showDraft } from './drafts.ts';
import { exportPublication } from './exports.ts';
import { useLibrary, valueOf } from './library.fixture.ts';
import { publishDraft, startCorrection } from './publish.ts';
import { readTextOf } from './read-file-text.ts';
import { listPublications } from './service.ts';
import { showPublication } from './works.ts';

const library = useLibrary();
const forbidden = expect.objectContaining({ code: 'forbidden' });
const notFound = expect.objectContaining({ code: 'not-found' });

test('nobody but an editor or the coordinator adds publications', async () => {
  const { app, facilitator, editor, coordinator, organisation } = library.people();
  const command = publicationOf({ organisation: organisation.id });
  for (const actor of [{ kind: 'nobody' } as const, facilitator])
    await expect(addDraft(app, actor, command)).rejects.toEqual(forbidden);
  await expect(listDrafts(app, facilitator, undefined)).rejects.toEqual(forbidden);
  expect((await draftOptions(app, editor)).organisations.map(({ id }) => id)).toEqual([organisation.id]);
  expect((await draftOptions(app, coordinator)).isNetwork).toBe(true);
});

test('an editor publishes for their own organisation and about their own municipalities alone', async () => {
  const { app, foreignEditor, organisation, municipality, coordinator } = library.people();
  const command = publicationOf({ organisation: organisation.id, municipality: municipality.id });
  expect(await addDraft(app, foreignEditor, command)).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'organisation' }, { field: 'municipality' }],
  });
  expect(await addDraft(app, foreignEditor, publicationOf({ organisation: null }))).toMatchObject({
    faults: [{ field: 'organisation' }],
  });
  expect(await addDraft(app, coordinator, { ...command, organisation: null })).toMatchObject({
    kind: 'done',
  });
});

test('a draft of another organisation is as if it were not', async () => {
  const { app, foreignEditor, facilitator } = library.people();
  const id = await library.add();
  for (const actor of [foreignEditor, facilitator]) {
    await expect(showDraft(app, actor, id)).rejects.toEqual(notFound);
    await expect(changeDraft(app, actor, id, publicationOf({ version: 1 }))).rejects.toEqual(notFound);
    await expect(library.publish(id, { actor })).rejects.toEqual(notFound);
    await expect(dropDraftOf(app, actor, id)).rejects.toEqual(notFound);
    await expect(library.addFile(id, pdfOf(['a']), actor)).rejects.toEqual(notFound);
  }
  expect((await listDrafts(app, foreignEditor, undefined)).rows.map((row) => row.id)).not.toContain(id);
});

test('of two who change a draft the second sees what the first has written', async () => {
  const { app, editor, coordinator, organisation } = library.people();
  const id = await library.add();
  const change = publicationOf({ organisation: organisation.id, titleSq: 'I ri', version: 1 });
  expect(await changeDraft(app, editor, id, change)).toMatchObject({ kind: 'done' });
  expect(await changeDraft(app, coordinator, id, change)).toMatchObject({
    kind: 'conflict',
    theirs: { titleSq: 'I ri' },
    theirVersion: 2,
  });
});

test('what is published stands in the record with its authors, those whom the record knows as themselves', async () => {
  const { app, organisation } = library.people();
  const person = { id: idOf('person', 'arta'), key: 'arta', name: 'Arta Dervishi' };
  await app.db.insertInto('person').values(person).execute();
  const id = await library.add({
    titleSq: 'Uji i Fierit',
    authors: 'Arta Dervishi\nBesa Hoxha\n arta dervishi ',
    editors: 'Qendra',
    subjects: 'uji, shërbimet; uji',
    isbn: '9780306406157',
  });
  const { key } = valueOf(await library.publish(id));
  expect(key).toBe('uji-i-fierit-2026');
  const { work, versions, sources } = await showPublication(app, key, { language: 'sq' });
  expect(work).toMatchObject({
    version: 1,
    authors: [
      { name: 'Arta Dervishi', role: 'author' },
      { name: 'Besa Hoxha', role: 'author' },
      { name: 'Qendra', role: 'editor' },
    ],
    subjects: ['uji', 'shërbimet'],
    isbn: '9780306406157',
    organisationKey: organisation.key,
  });
  expect(versions).toHaveLength(1);
  expect(sources).toHaveLength(1);
  const authors = await app.db
    .selectFrom('publication_author')
    .select(['name', 'person_id'])
    .where('publication_id', '=', work.id)
    .orderBy('position')
    .execute();
  expect(authors.map(({ person_id }) => person_id)).toEqual([person.id, null, null]);
  const { text } = await exportPublication(app, 'en', key, 'bib');
  expect(text).toContain('author = {{Arta Dervishi} and {Besa Hoxha}}');
});

test('a correction is the next version with its reason, and the earlier one stays', async () => {
  const { app, editor, organisation } = library.people();
  const id = await library.add({ titleSq: 'Raporti i rrugëve' });
  const { key } = valueOf(await library.publish(id));
  expect(await library.publish(id, { reason: 'Pa arsye' })).toMatchObject({
    faults: [{ field: 'reason', key: 'publication.fault.unchanged' }],
  });
  const changed = publicationOf({
    organisation: organisation.id,
    titleSq: 'Raporti i rrugëve dhe urave',
    version: await library.versionOf(id),
  });
  await changeDraft(app, editor, id, changed);
  expect(await library.publish(id)).toMatchObject({ faults: [{ key: 'publication.fault.reason' }] });
  expect(valueOf(await library.publish(id, { reason: 'Titulli ishte i paplotë.' })).key).toBe(key);
  const { work, versions } = await showPublication(app, key, { language: 'sq' });
  expect(work).toMatchObject({ version: 2, title: { sq: 'Raporti i rrugëve dhe urave' } });
  expect(versions).toMatchObject([
    { version: 2, reason: { sq: 'Titulli ishte i paplotë.' } },
    { version: 1 },
  ]);
  const first = await showPublication(app, key, { version: 1, language: 'sq' });
  expect(first.work.title.sq).toBe('Raporti i rrugëve');
  const listed = (await listPublications(app, {})).rows.filter((row) => row.key === key);
  expect(listed.map(({ title }) => title.sq)).toEqual(['Raporti i rrugëve dhe urave']);
});

test('a publication that came into the record otherwise is opened for a correction by those of its organisation', async () => {
  const { app, editor, foreignEditor, organisation } = library.people();
  await sql`INSERT INTO publication (id, key, kind, organisation_id, title, subjects)
    VALUES ('00000000-0000-4000-8000-000000000001', 'i-vjeter', 'report', ${organisation.id}, '{"sq":"I vjetër"}', '{a,b}')`.execute(
    app.db,
  );
  await expect(startCorrection(app, foreignEditor, 'i-vjeter')).rejects.toEqual(notFound);
  const { id } = await startCorrection(app, editor, 'i-vjeter');
  expect((await startCorrection(app, editor, 'i-vjeter')).id).toBe(id);
  expect((await showDraft(app, editor, id)).draft).toMatchObject({
    title: { sq: 'I vjetër' },
    subjects: 'a\nb',
    isChanged: false,
  });
});

test('what was published is never deleted with its draft', async () => {
  const { app, editor } = library.people();
  const id = await library.add();
  valueOf(await library.publish(id));
  await expect(dropDraftOf(app, editor, id)).rejects.toEqual(expect.objectContaining({ code: 'conflict' }));
});

test('a file is sealed until its publication is published, and its text is then found page by page', async () => {
  const { app, editor, foreignEditor } = library.people();
  const id = await library.add({ titleSq: 'Analiza e kanalizimeve' });
  expect(await library.addFile(id, pdfOf(['Hyrje', 'Pompa e Roskovecit nuk punon', '']))).toMatchObject({
    kind: 'done',
  });
  const [file] = (await showDraft(app, editor, id)).files;
  const sha256 = file?.sha256 ?? '';
  expect(file?.pages).toBe(3);
  expect(await readPublicFile(app, sha256)).toBeUndefined();
  await expect(readDraftFile(app, foreignEditor, id, sha256)).rejects.toEqual(notFound);
  await readTextOf(app, { sha256 });
  expect(await app.db.selectFrom('file_text').select('sha256').execute()).toEqual([]);

  const { key } = valueOf(await library.publish(id));
  expect(await readPublicFile(app, sha256)).toBeDefined();
  await readTextOf(app, { sha256 });
  await readTextOf(app, { sha256 });
  const { inside, texts } = await showPublication(app, key, { q: 'roskoveci pompë', language: 'sq' });
  expect(texts).toMatchObject([{ state: 'read', pages: 3 }]);
  expect(inside.pages).toMatchObject([{ page: 2, sha256 }]);
  expect(inside.pages[0]?.pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual([
    'Pompa',
    'Roskovecit',
  ]);
});

test('a scanned file is said to have no text, a broken or locked one is not taken', async () => {
  const { app } = library.people();
  const id = await library.add();
  await library.addFile(id, pdfOf(['', '']));
  const { key } = valueOf(await library.publish(id));
  const { work } = await showPublication(app, key, { language: 'sq' });
  await readTextOf(app, { sha256: work.files[0]?.sha256 ?? '' });
  expect((await showPublication(app, key, { language: 'sq' })).texts).toMatchObject([{ state: 'none' }]);
  expect(await library.addFile(id, new TextEncoder().encode('%PDF-1.7\nasgjë'))).toMatchObject({
    faults: [{ field: 'file', key: 'publication.fault.unreadable' }],
  });
  expect(await library.addFile(id, new TextEncoder().encode('asgjë'))).toMatchObject({
    faults: [{ field: 'file', key: 'file.fault.type-not-accepted' }],
  });
});

test('a PDF with a program is not let out', async () => {
  const id = await library.add();
  const text = Buffer.from(pdfOf(['a'])).toString('latin1');
  const armed = text.replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (x) >>');
  expect(await library.addFile(id, new Uint8Array(Buffer.from(armed, 'latin1')))).toMatchObject({
    faults: [{ field: 'file', key: 'publication.fault.program' }],
  });
});

test('the same file twice, or one sent from an old page, changes nothing', async () => {
  const { app, editor } = library.people();
  const id = await library.add();
  const bytes = pdfOf(['një']);
  valueOf(await library.addFile(id, bytes));
  expect(await library.addFile(id, bytes)).toMatchObject({
    faults: [{ key: 'publication.fault.same-file' }],
  });
  const stale = { reason: '', version: 1, language: 'sq' as const };
  expect(await publishDraft(app, editor, id, stale)).toMatchObject({ kind: 'conflict', theirVersion: 2 });
});
