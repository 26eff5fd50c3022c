const forAccounts = /^\/(?:sq|en)\/(?:work|account)(?:\/|$)/;

/** Whether a path is one that only people who are signed in have. */
export function needsAccount(path: string): boolean {
  return forAccounts.test(path);
}

/** The page of an address, without the action that a form on it names (`?/save`). */
export function pageOf(url: URL): string {
  const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
  return kept.size > 0 ? `${url.pathname}?${kept}` : url.pathname;
}
