/** Every address in a site's sitemap, as paths. */
export async function sitemapPaths(site: string): Promise<string[]> {
  const index = await (await fetch(`${site}/sitemap.xml`)).text();
  const found = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? '');
  return found.map((address) => new URL(address).pathname);
}

/** One path of each kind of page (`/en/contracts/x` and `/en/contracts/y` are of one kind), in the order found. */
export function onePerKind(paths: readonly string[]): string[] {
  const kinds = new Map<string, string>();
  for (const path of paths) {
    const [, language = '', section = '', ...rest] = path.split('/');
    const kind = `${language}/${section}/${rest.length}`;
    if (!kinds.has(kind)) kinds.set(kind, path);
  }
  return [...kinds.values()];
}
