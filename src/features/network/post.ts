import type { Localised } from '#i18n/languages.ts';

export type Office = 'mayor' | 'acting-mayor' | 'deputy-mayor' | 'council-chair' | 'council-secretary';

/** A person in a public office of a municipality, as far as sources say when. */
export interface Post {
  id: string;
  key: string;
  personKey: string;
  name: string;
  office: Office;
  since: string | null;
  until: string | null;
  seenOn: string | null;
  electedOn: string | null;
  note: Localised | null;
}

/** The latest thing known of a post, for order: the end of the term, else its start, else when it was seen. */
function lastKnown(post: Post): string {
  return post.until ?? post.since ?? post.electedOn ?? post.seenOn ?? '';
}

const officeOrder: readonly Office[] = [
  'mayor',
  'acting-mayor',
  'deputy-mayor',
  'council-chair',
  'council-secretary',
];

/** Newest term first; on one date by rank of office. */
export function sortPosts(posts: readonly Post[]): Post[] {
  return posts.toSorted(
    (a, b) =>
      lastKnown(b).localeCompare(lastKnown(a)) ||
      officeOrder.indexOf(a.office) - officeOrder.indexOf(b.office) ||
      a.name.localeCompare(b.name),
  );
}

/**
 * Who is head of the municipality by the latest source, whether elected or acting. It is what the record knows, not a
 * claim about today: the page says since or at what date.
 */
export function latestHead(posts: readonly Post[]): Post | undefined {
  const heads = posts.filter(
    (post) => (post.office === 'mayor' || post.office === 'acting-mayor') && post.until === null,
  );
  return heads.toSorted((a, b) => startKnown(b).localeCompare(startKnown(a)))[0];
}

function startKnown(post: Post): string {
  return post.since ?? post.electedOn ?? post.seenOn ?? '';
}
