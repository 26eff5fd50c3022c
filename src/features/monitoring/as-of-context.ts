import { createContext } from 'svelte';
import { withQuery } from '#i18n/query.ts';
import { asOfParameter, withDay, type AskedDay } from './as-of.ts';

/** The day that a page is shown as of, for its banner, its form and its links. */
export interface AsOfPage {
  asked: () => AskedDay;
  /** An address under this page, of the same day. */
  keep: (address: string) => string;
  /** The same page as of now. */
  now: () => string;
  path: () => string;
  /** What else the address of the page says, without where a list goes on. */
  others: () => Record<string, string>;
}

const [get, set] = createContext<AsOfPage>();

/** The day of the page. Provided by the root layout; pages that cannot be seen as of another day are of now. */
export const useAsOf = get;

const ofNow: AskedDay = { typed: '', day: null, fault: null };

export function provideAsOf(
  asked: () => AskedDay | undefined,
  url: () => { pathname: string; searchParams: Iterable<[string, string]> },
): AsOfPage {
  const others = (without: readonly string[]) =>
    Object.fromEntries([...url().searchParams].filter(([name]) => !without.includes(name)));
  return set({
    asked: () => asked() ?? ofNow,
    keep: (address) => withDay(address, asked()?.day ?? null),
    now: () => withQuery(url().pathname, others([asOfParameter])),
    path: () => url().pathname,
    others: () => others([asOfParameter, 'after']),
  });
}
