import { buffer } from 'node:stream/consumers';
import type { Actor } from '#features/accounts/actor.ts';
import { languages, type Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import { readBody } from '../../contract-body.ts';
import { seesApproved, seesDraft } from '../../policy.ts';
import { bodyOf } from '../drafting/body.ts';
import { readDraft } from '../drafting/drafts-store.ts';
import { readLatestVersion, readVersion } from '../drafting/versions-store.ts';
import { textPdf } from './version-paper.ts';

const mostBytes = 50_000_000;

export type Papers = readonly { language: Language; taken: TakenFile }[];

/**
 * The documents of a version as they are to be signed, one in each language. They are known only once they are kept.
 * @returns none where there is no such version
 */
export async function makePapers(app: App, draftId: string, number: number): Promise<Papers> {
  const [draft, version] = await Promise.all([
    readDraft(app.db, draftId),
    readVersion(app.db, draftId, number),
  ]);
  if (!draft || !version) return [];
  const text = {
    draft,
    body: readBody(version.body),
    version: String(number),
    madeAt: version.madeAt,
    isForSignature: true,
  };
  return Promise.all(
    languages.map(async (language) => {
      const pdf = await textPdf(app, text, language);
      const taken = await takeIn({ files: app.files }, [pdf], { accept: ['application/pdf'], mostBytes });
      if ('refused' in taken) throw new Error(`a contract's own PDF is ${taken.refused}`);
      return { language, taken };
    }),
  );
}

/** Keeps the documents of a version that is approved. Those of its first approval stay. */
export async function keepPapers(
  tx: Tx,
  version: { draftId: string; number: number },
  papers: Papers,
): Promise<void> {
  for (const { language, taken } of papers) {
    const { original: sha256 } = await recordFile(tx, taken);
    await tx
      .insertInto('contract_paper')
      .values({ draft_id: version.draftId, number: version.number, language, sha256 })
      .onConflict((on) => on.doNothing())
      .execute();
  }
}

/** The SHA-256 of a version's documents by language; none before it was approved. */
export async function readPapers(db: Db, draftId: string, number: number) {
  const rows = await db
    .selectFrom('contract_paper')
    .select(['language', 'sha256'])
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
    .execute();
  return new Map(rows.map(({ language, sha256 }) => [language, sha256]));
}

async function bytesOf(app: Pick<App, 'files'>, sha256: string): Promise<Uint8Array | undefined> {
  return (await app.files.has(sha256)) ? buffer(app.files.read(sha256)) : undefined;
}

/**
 * The document of a draft: from approval on the one that is to be signed, before that what the text says now, marked on every
 * page as a draft. The town hall gets the one to be signed alone. @throws not-found
 */
export async function draftPaper(
  app: App,
  actor: Actor,
  draftId: string,
  language: Language,
): Promise<Uint8Array> {
  const draft = await readDraft(app.db, draftId);
  if (!draft || !seesApproved(actor, draft)) throw notFound(`draft ${draftId}`);
  if ((draft.state === 'approved' || draft.state === 'frozen') && draft.versionNumber !== null) {
    const sha256 = (await readPapers(app.db, draft.id, draft.versionNumber)).get(language);
    const kept = sha256 === undefined ? undefined : await bytesOf(app, sha256);
    if (kept) return kept;
  }
  if (!seesDraft(actor, draft.municipalityId)) throw notFound(`document of draft ${draftId}`);
  const [body, latest] = await Promise.all([bodyOf(app.db, draft), readLatestVersion(app.db, draft.id)]);
  const text = { draft, body, version: String(latest?.number ?? 0), madeAt: app.clock() };
  return textPdf(app, { ...text, isForSignature: false }, language);
}

/** The document of a published contract, byte for byte as its SHA-256 says. @throws not-found where it is not kept here */
export async function publishedPaper(app: App, key: string, language: Language): Promise<Uint8Array> {
  const row = await app.db
    .selectFrom('contract')
    .select(['pdf_sq_sha256 as sq', 'pdf_en_sha256 as en'])
    .where('key', '=', key)
    .executeTakeFirst();
  const sha256 = row?.[language];
  const kept = sha256 ? await bytesOf(app, sha256) : undefined;
  if (!kept) throw notFound(`document of contract ${key}`);
  return kept;
}
