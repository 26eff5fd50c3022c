import type { Note, SiteItem } from './item.ts';

/** Why a thing of another site is no article here; undefined where it is one. */
export function whyLeftOut(item: SiteItem): Note | undefined {
  if (item.kind === 'attachment') return { code: 'media', value: item.fileUrl };
  if (item.kind !== 'post' && item.kind !== 'page') return { code: 'kind', value: item.kind };
  if (item.status !== 'publish') return { code: 'status', value: item.status };
  if (item.hasPassword) return { code: 'password' };
  if (item.isTooLong) return { code: 'too-long' };
  if (item.title.trim() === '' && item.content.trim() === '') return { code: 'empty' };
  return undefined;
}
