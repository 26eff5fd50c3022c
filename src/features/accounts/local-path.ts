/** Any origin serves: what matters is whether a path leads away from it. */
const here = 'http://here.invalid';

/**
 * The path to go on to after signing in, as an address may ask for it; undefined where it would lead to another site.
 * @example localPath('/en/work?page=2') // '/en/work?page=2'
 * @example localPath('//elsewhere.example') // undefined
 */
export function localPath(asked: string | null): string | undefined {
  if (asked === null || !asked.startsWith('/') || asked.length > 1000 || !URL.canParse(asked, here)) {
    return undefined;
  }
  const url = new URL(asked, here);
  // A path that begins with two slashes is read as a host by whoever follows it.
  if (url.origin !== here || url.pathname.startsWith('//')) return undefined;
  return url.pathname + url.search;
}
