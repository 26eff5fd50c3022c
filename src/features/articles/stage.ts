/** Where an article is on its way: what was last done with the text that is newest, or waits for its time. */
export type Stage = 'draft' | 'handed-in' | 'reviewed' | 'scheduled' | 'published';

interface Steps {
  contentVersion: number;
  handedInVersion: number | null;
  reviewedVersion: number | null;
  publishedVersion: number | null;
  publishAt: Date | null;
}

/** What was reviewed and is not public yet: it goes out as it was reviewed, whatever was written since. */
export function hasReviewed({ reviewedVersion, publishedVersion }: Steps): boolean {
  return reviewedVersion !== null && reviewedVersion !== publishedVersion;
}

export function stageOf(steps: Steps): Stage {
  const { contentVersion, handedInVersion, reviewedVersion, publishedVersion, publishAt } = steps;
  if (publishAt !== null) return 'scheduled';
  if (contentVersion === publishedVersion) return 'published';
  if (contentVersion === reviewedVersion) return 'reviewed';
  return contentVersion === handedInVersion ? 'handed-in' : 'draft';
}

/** Whether something was written after what goes out was reviewed. */
export function isChangedSince(steps: Steps): boolean {
  return hasReviewed(steps) && steps.contentVersion !== steps.reviewedVersion;
}
