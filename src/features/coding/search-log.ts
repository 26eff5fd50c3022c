/** One place where a coder looked, whom they asked, and when. */
export interface Search {
  lookedIn: string;
  asked: string;
  /** A day. */
  searchedOn: string;
}

/** Rows that a form takes. */
export const mostSearches = 12;
