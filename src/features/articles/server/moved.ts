import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { keptAs, oldHost, pathOfTarget } from '../old-address.ts';
import { isInRecord, readAddresses } from './address-store.ts';

export interface Asked {
  /** As the browser names the site. */
  host: string;
  path: string;
  query: string;
  language: Language;
}

/**
 * Where a page is that was asked for under an old address; undefined where nobody knows. It leads to what is in the record, so
 * never off this site, and never round in a circle.
 */
export async function whereMoved(
  app: App,
  { host, path, query, language }: Asked,
): Promise<string | undefined> {
  const name = oldHost(host);
  // What once was an address of this site is kept without the language.
  const own = path.replace(/^\/(sq|en)(?=\/)/, '');
  const wanted = [...keptAs(path, query), ...(own === path ? [] : keptAs(own, query))];
  if (wanted.every((one) => one === '/')) return undefined;
  const found = await readAddresses(app.db, name, wanted);
  for (const kept of wanted) {
    const same = found.filter((one) => one.path === kept);
    const address = same.find((one) => one.host === name) ?? same.find((one) => one.host === '');
    if (address && (await isInRecord(app.db, address))) return `/${language}${pathOfTarget(address)}`;
  }
  return undefined;
}
