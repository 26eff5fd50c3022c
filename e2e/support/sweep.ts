import type { Page } from 'playwright-core';

/** Visits every path, on several pages at a time: one waits for the server while the other is looked at. */
export async function sweep(
  pages: readonly Page[],
  paths: readonly string[],
  visit: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const left = [...paths];
  await Promise.all(
    pages.map(async (page) => {
      for (let path = left.shift(); path !== undefined; path = left.shift()) await visit(page, path);
    }),
  );
}
