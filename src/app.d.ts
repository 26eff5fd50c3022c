import type { Actor } from '#features/accounts/actor.ts';
import type { Visitor } from '#features/accounts/visitor.ts';
import type { AskedDay } from '#features/monitoring/as-of.ts';
import type { Language } from '#i18n/languages.ts';
import type { App as PopApp } from '#server/app.ts';
import type { PageMeta } from '#ui/head/page-meta.ts';

declare global {
  namespace App {
    interface Error {
      /** Stands in the log beside the fault, so that a reader can name it to the network. */
      requestId: string;
      language: Language;
    }
    interface Locals {
      app: PopApp;
      /** Who asks; on pages drawn for everyone, nobody. */
      actor: Actor;
      /** Whose session the request carries, for the pages about sessions and accounts. */
      visitor: Visitor;
      language: Language;
      requestId: string;
    }
    interface PageData {
      /** The day that the page is shown as of, where it can be seen as of another. */
      asOf?: AskedDay;
      meta?: PageMeta;
    }
  }
}
