export interface FactValue {
  text: string;
  href?: string | undefined;
  /** Language of the text, where it isn't the page's. */
  lang?: string | undefined;
  /** Small words after it: the source, the year, 'not known to us'. */
  note?: string | undefined;
}

/** A term with one value or several. */
export interface Fact {
  term: string;
  values: readonly FactValue[];
}
