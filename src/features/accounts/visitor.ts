import type { Language } from '#i18n/languages.ts';

/** Who is signed in, as the pages show it. */
export interface Account {
  id: string;
  name: string;
  email: string;
  language: Language;
}

/** Who sends a request, by the session that it carries. */
export type Visitor =
  | { kind: 'nobody' }
  /** The session is over: what comes from it is still its owner's. */
  | { kind: 'ended'; accountId: string }
  /** Has given a password or used a link, and is asked for the second factor. */
  | { kind: 'halfway'; sessionId: string; account: Account }
  | { kind: 'signed-in'; sessionId: string; account: Account; passedSecondFactor: boolean };
