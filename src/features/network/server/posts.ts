import type { App } from '#server/app.ts';
import { sortPosts, type Post } from '../post.ts';
import { readMemberships, readPosts } from './store.ts';

/** The posts in the record of one municipality, newest first. */
export async function listPosts(app: App, municipalityId: string): Promise<Post[]> {
  return sortPosts(await readPosts(app.db, municipalityId));
}

/** Which organisation is or was a member for which municipality: for all, or for one. */
export function listMemberships(app: App, municipalityId?: string) {
  return readMemberships(app.db, municipalityId);
}
