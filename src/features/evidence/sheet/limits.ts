/** Files that come with one list: more are sent with a second one. */
export const mostSent = 200;
