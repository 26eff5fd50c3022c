/** A link with its text; `current` marks the page (or section) that the reader is on. */
export interface LinkItem {
  href: string;
  label: string;
  current?: boolean | undefined;
}

export interface LanguageLink extends LinkItem {
  /** The language's own tag: its name is written, and read, in it. */
  language: string;
}

export interface SearchAction {
  action: string;
  label: string;
  placeholder?: string | undefined;
}
