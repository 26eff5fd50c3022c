import { randomUUID } from 'node:crypto';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import type { Note } from '../../wordpress/item.ts';
import { creditIn, type WantedPicture } from '../../wordpress/media.ts';
import { holdDraft, readDraftPictures, updateDraft } from '../draft-store.ts';
import { mostPictures, pictureRules } from '../pictures.ts';
import { describePicture, insertPicture, readBrought, rememberPicture } from './picture-store.ts';
import type { SiteMedia } from './site-media.ts';

const longestAlt = 300;

export interface PictureSource {
  media: SiteMedia;
  /** Who is named where no caption says who took a picture: the site. */
  credit: string;
  dryRun: boolean;
}

/** What became of the pictures of a post. */
export interface BroughtPictures {
  notes: Note[];
  /** Each of them is here, with words for those who don't see it. */
  isWhole: boolean;
}

interface Found {
  path: string;
  bytes: Bytes;
}

async function find(media: SiteMedia, { paths }: WantedPicture): Promise<Found | undefined> {
  for (const path of paths) {
    const bytes = await media.read(path);
    if (bytes) return { path, bytes };
  }
  return undefined;
}

function nameOf({ paths }: WantedPicture): string {
  return paths.at(-1) ?? '';
}

/** Takes the pictures of a post from the uploads of its site into its draft: cleaned as all others, each once. */
export async function bringPictures(
  app: App,
  { media, credit, dryRun }: PictureSource,
  wanted: readonly WantedPicture[],
  { draftId, language, isNew }: { draftId: string | undefined; language: 'sq' | 'en'; isNew: boolean },
): Promise<BroughtPictures> {
  const known = draftId === undefined ? new Set<string>() : await readBrought(app.db, draftId);
  const told = {
    taken: 0,
    missing: new Set<string>(),
    refused: new Set<string>(),
    undescribed: new Set<string>(),
  };
  for (const picture of wanted) {
    const isKnown = picture.paths.some((path) => known.has(path));
    // A text that comes for the first time may have words in its language for a picture that is here.
    if (isKnown && (dryRun || !isNew)) continue;
    const found = await find(media, picture);
    const alt = (picture.alt || picture.caption).slice(0, longestAlt);
    if (!found) told.missing.add(nameOf(picture));
    else if (!isKnown && alt === '') told.undescribed.add(found.path);
    if (!found || draftId === undefined || dryRun) {
      told.taken += found ? 1 : 0;
      continue;
    }
    const taken = await takeIn(app, found.bytes, pictureRules);
    if ('refused' in taken) told.refused.add(found.path);
    else if (
      await put(app, draftId, taken, {
        path: found.path,
        language,
        alt,
        credit: creditIn(picture.caption) ?? credit,
      })
    )
      told.taken += 1;
  }
  return {
    notes: notesOf(told),
    isWhole: told.missing.size + told.refused.size + told.undescribed.size === 0,
  };
}

function notesOf(
  told: Record<'missing' | 'refused' | 'undescribed', Set<string>> & { taken: number },
): Note[] {
  const named = (code: Note['code'], names: ReadonlySet<string>): Note[] =>
    names.size === 0 ? [] : [{ code, value: [...names].join(', ') }];
  return [
    ...(told.taken > 0 ? [{ code: 'pictures-taken' as const, value: String(told.taken) }] : []),
    ...named('missing-media', told.missing),
    ...named('picture-refused', told.refused),
    ...named('picture-undescribed', told.undescribed),
  ];
}

/** @returns whether it is new in the draft */
async function put(
  app: App,
  draftId: string,
  taken: TakenFile,
  { path, language, alt, credit }: { path: string; language: 'sq' | 'en'; alt: string; credit: string },
): Promise<boolean> {
  return inTransaction(app.db, async (tx) => {
    const draft = await holdDraft(tx, draftId);
    const { original, copy } = await sealFile(tx, taken);
    // What is public changes with a reason alone.
    const mayChange = draft?.articleId === null || Object.keys(draft?.content.reason ?? {}).length > 0;
    if (!draft || copy === null || !mayChange) return false;
    const pictures = await readDraftPictures(tx, draftId);
    const same = pictures.find(({ copySha256 }) => copySha256 === copy);
    const isNew = await rememberPicture(tx, draftId, path);
    if (same) {
      if (alt === '' || (language === 'sq' ? same.altSq : same.altEn) !== '') return false;
      await describePicture(tx, same.id, language, alt);
    } else {
      if (!isNew || pictures.length >= mostPictures) return false;
      await insertPicture(tx, {
        id: randomUUID(),
        draft_id: draftId,
        position: (pictures.at(-1)?.position ?? 0) + 1,
        original_sha256: original,
        copy_sha256: copy,
        alt_sq: language === 'sq' ? alt : '',
        alt_en: language === 'en' ? alt : '',
        credit,
      });
    }
    await updateDraft(tx, draftId, { content_version: draft.contentVersion + 1 });
    return !same;
  });
}
