import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { readPublicFile } from '#server/files/read-public-file.ts';
import { useArticles, valueOf } from './articles.fixture.ts';
import { showDraft } from './drafts.ts';
import { approve, handIn } from './review.ts';
import { addLetterAnswer } from './letter-answers.ts';
import { addPicture, describePicture, readPicture, removePicture } from './pictures.ts';
import { publishArticle } from './schedule.ts';
import { showArticle } from './service.ts';

const articles = useArticles();
const now = { when: 'now', day: null, time: null } as const;
const words = { altSq: 'Sheshi', altEn: 'The square', credit: 'Arta Hoxha' };
let photo: Buffer;
beforeAll(async () => {
  photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'green' } })
    .withExif({ IFD0: { Copyright: 'sekret' } })
    .jpeg()
    .toBuffer();
});

test('a picture is seen by who may read the draft alone, and by all once the article is public', async () => {
  const { app, writer, editor, foreignEditor } = articles.people;
  const id = await articles.begun({ titleSq: 'Me foto' });
  await expect(addPicture(app, foreignEditor, id, { ...words, bytes: [photo] })).rejects.toThrow('not-found');
  valueOf(await addPicture(app, writer, id, { ...words, bytes: [photo] }));
  // Sent twice, it is one.
  valueOf(await addPicture(app, writer, id, { ...words, bytes: [photo] }));
  const { pictures } = await showDraft(app, editor, id);
  expect(pictures).toMatchObject([{ altEn: 'The square', credit: 'Arta Hoxha' }]);
  const [{ id: picture, copySha256 } = { id: '', copySha256: '' }] = pictures;
  await expect(readPicture(app, foreignEditor, id, picture)).rejects.toThrow('not-found');
  const seen = await buffer((await readPicture(app, editor, id, picture)).bytes);
  expect(seen.includes('sekret')).toBe(false);
  expect(await readPublicFile(app, copySha256)).toBeUndefined();
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  expect(await readPublicFile(app, copySha256)).toBeDefined();
  const { draft } = await showDraft(app, editor, id);
  const shown = await showArticle(app, draft.articleKey ?? '');
  expect(shown.pictures).toEqual([
    { sha256: copySha256, alt: { sq: 'Sheshi', en: 'The square' }, credit: 'Arta Hoxha' },
  ]);
});

test('a picture without words is not reviewed before somebody describes it, who writes here', async () => {
  const { app, writer, editor, foreignEditor } = articles.people;
  const id = await articles.begun();
  valueOf(await addPicture(app, writer, id, { ...words, altSq: '', altEn: '', bytes: [photo] }));
  const read = async () => (await showDraft(app, editor, id)).draft.contentVersion;
  await handIn(app, writer, id);
  expect(await approve(app, editor, id, await read())).toMatchObject({
    kind: 'refused',
    faults: [{ key: 'article.fault.picture-words' }],
  });
  const [{ id: picture } = { id: '' }] = (await showDraft(app, editor, id)).pictures;
  await expect(describePicture(app, foreignEditor, id, { ...words, picture })).rejects.toThrow('not-found');
  await expect(describePicture(app, writer, id, { ...words, picture: id })).rejects.toThrow('not-found');
  valueOf(await describePicture(app, writer, id, { ...words, picture }));
  await handIn(app, writer, id);
  valueOf(await approve(app, editor, id, await read()));
});

test('a picture that is taken out changes what is to be reviewed', async () => {
  const { app, writer, editor } = articles.people;
  const id = await articles.begun();
  valueOf(await addPicture(app, writer, id, { ...words, bytes: [photo] }));
  await articles.review(id);
  const before = await showDraft(app, editor, id);
  valueOf(await removePicture(app, writer, id, before.pictures[0]?.id ?? ''));
  const after = await showDraft(app, editor, id);
  expect([after.pictures.length, after.isChangedSince]).toEqual([0, true]);
});

test('what is no picture is told at its field', async () => {
  const { app, writer } = articles.people;
  const id = await articles.begun();
  expect(await addPicture(app, writer, id, { ...words, bytes: [Buffer.from('<svg/>')] })).toEqual({
    kind: 'refused',
    faults: [{ field: 'photo', key: 'listening.photo.type-not-accepted' }],
  });
  expect(await addPicture(app, writer, id, { ...words, bytes: [] })).toMatchObject({ kind: 'refused' });
});

test('the answer to an open letter stands beside it once, and only a public letter can have one', async () => {
  const { app, writer, editor } = articles.people;
  const answer = { answeredOn: '2027-02', by: 'Këshilli', answerSq: 'Po.', answerEn: '', answerUrl: '' };
  const id = await articles.begun({
    kind: 'open-letter',
    titleSq: 'Letra',
    addressedToSq: 'Këshillit',
    signatories: 'Arta Hoxha\nBen Kola',
  });
  await expect(addLetterAnswer(app, editor, id, answer)).rejects.toThrow('conflict');
  await articles.review(id);
  valueOf(await publishArticle(app, editor, id, now));
  await expect(addLetterAnswer(app, writer, id, answer)).rejects.toThrow('forbidden');
  valueOf(await addLetterAnswer(app, editor, id, answer));
  valueOf(await addLetterAnswer(app, editor, id, answer));
  const { draft } = await showDraft(app, editor, id);
  expect(await showArticle(app, draft.articleKey ?? '')).toMatchObject({
    addressedTo: { sq: 'Këshillit' },
    signatories: [{ name: 'Arta Hoxha' }, { name: 'Ben Kola' }],
    answers: [{ by: 'Këshilli', answeredOn: '2027-02' }],
  });
});
