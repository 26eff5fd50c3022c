import type { SiteItem } from '../../wordpress/item.ts';
import { pathsOf, type WantedPicture } from '../../wordpress/media.ts';
import type { MadeArticle } from './made-article.ts';
import { wordsOf } from './to-markdown.ts';

/** A file of a site, as its export describes it. */
export interface MediaEntry {
  fileUrl: string;
  alt: string;
  caption: string;
}

export function mediaEntryOf({ fileUrl, alt, excerpt, content }: SiteItem): MediaEntry {
  return { fileUrl, alt: wordsOf(alt), caption: wordsOf(excerpt) || wordsOf(content) };
}

/** The pictures that a post shows, each once: the one over it, those in its text, those of its galleries. */
export function wantedPictures(
  item: SiteItem,
  { pictures, galleryIds }: Pick<MadeArticle, 'pictures' | 'galleryIds'>,
  media: ReadonlyMap<string, MediaEntry>,
): WantedPicture[] {
  const byNumber = (id: string): WantedPicture[] => {
    const entry = media.get(id);
    return entry ? [{ paths: pathsOf(entry.fileUrl), alt: entry.alt, caption: entry.caption }] : [];
  };
  const inText = pictures.map(({ src, id, alt, caption }): WantedPicture => {
    const entry = media.get(id);
    const paths = [...new Set([...(entry ? pathsOf(entry.fileUrl) : []), ...pathsOf(src)])];
    return { paths, alt: alt || (entry?.alt ?? ''), caption: caption || (entry?.caption ?? '') };
  });
  const all = [...byNumber(item.featured), ...inText, ...galleryIds.flatMap(byNumber)];
  const seen = new Set<string>();
  return all.filter(({ paths: [first] }) => {
    if (first === undefined || seen.has(first)) return false;
    seen.add(first);
    return true;
  });
}
