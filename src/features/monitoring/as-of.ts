/** What is known of the day on which a version of a status became public. */
export interface PublishedVersion {
  version: number;
  /** Of the status itself; known to the year, the month or the day. */
  publishedOn: string | null;
  /** Of its round, and when that ended: for versions of which nothing more is known. */
  roundPublishedOn: string | null;
  roundEnds: string;
}

/** Since when a version is public, as far as is known. */
export function publicSince({ publishedOn, roundPublishedOn, roundEnds }: PublishedVersion): string {
  return publishedOn ?? roundPublishedOn ?? roundEnds;
}

/** The versions that were public by the end of a day. Days known to the year or month alone count from its beginning. */
export function versionsAsOf<One extends PublishedVersion>(versions: readonly One[], day: string): One[] {
  return versions.filter((one) => publicSince(one) <= day);
}

/** Why nothing can be shown as of what was typed: it is no day, or one that is still to come. */
export type AsOfFault = 'no-day' | 'to-come';

/** The day that an address asks for (`as-of`). */
export interface AskedDay {
  /** As typed; '' where nothing was. */
  typed: string;
  /** A day that is over, which everything is shown as of; null: now. */
  day: string | null;
  /** Why everything is shown as of now though something else was typed. */
  fault: AsOfFault | null;
}

/** The parameter's name, in addresses of pages and of open data. */
export const asOfParameter = 'as-of';

/** Longer than any day: what is typed beyond it is not repeated on the page. */
const longestTyped = 40;

/** Reads the day that an address asks for. Today is now. */
export function readAskedDay(asked: string | null | undefined, today: string): AskedDay {
  const typed = (asked ?? '').trim().slice(0, longestTyped);
  if (typed === '') return { typed, day: null, fault: null };
  if (!isDay(typed)) return { typed, day: null, fault: 'no-day' };
  if (typed > today) return { typed, day: null, fault: 'to-come' };
  return { typed, day: typed === today ? null : typed, fault: null };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Whether an address named a day, a wrong one too: search engines have one page for all days. */
export function isDated({ typed }: AskedDay): boolean {
  return typed !== '';
}

/** An address of a page or a file with the day that it is to be shown as of; of now where there is none. */
export function withDay(address: string, day: string | null): string {
  if (day === null) return address;
  const [path = '', ...anchor] = address.split('#');
  const joined = `${path}${path.includes('?') ? '&' : '?'}${asOfParameter}=${day}`;
  return anchor.length > 0 ? `${joined}#${anchor.join('#')}` : joined;
}

/** The name of a file with the day that it is of, before its ending. */
export function nameAsOf(name: string, day: string | null): string {
  return day === null ? name : name.replace(/(\.[a-z]+)?$/, `-${asOfParameter}-${day}$1`);
}

/** The days on which what is counted of a round changed, the first and the last of them. */
export interface RoundDays {
  roundId: string;
  /** The first day with a status; null where only disputes are known. */
  begins: string | null;
  /** Of every day with a new version of a status, or a dispute that began or ended; in order. */
  days: readonly string[];
}

/** Before the first publication: no day is as early. */
const beforeAll = '0000';

/** The last day with a publication up to a day: between two of them nothing changed. '0000': there was none yet. */
export function lastPublication(rounds: readonly RoundDays[], day: string): string {
  const last = rounds.flatMap(({ days }) => days.findLast((one) => one <= day) ?? []);
  return last.reduce((latest, one) => (one > latest ? one : latest), beforeAll);
}

/** The rounds of which something was public by a day: those that have not changed since, and the others. */
export function roundsAsOf(rounds: readonly RoundDays[], day: string): { same: string[]; changed: string[] } {
  const begun = rounds.filter(({ begins }) => begins !== null && begins <= day);
  const isSame = ({ days }: RoundDays) => (days.at(-1) ?? beforeAll) <= day;
  const idOf = ({ roundId }: RoundDays) => roundId;
  return { same: begun.filter(isSame).map(idOf), changed: begun.filter((one) => !isSame(one)).map(idOf) };
}
