/** Pages with longer addresses are rendered every time, so that made-up ones cannot fill the memory. */
export const longestKey = 512;

// Added to links by newsletters and social networks; they change nothing on the page.
const trackingParameter = /^(utm_[a-z]+|fbclid|gclid)$/;

/** The query with its parameters in the order of their names, without empty and tracking ones: the same page, one key. */
export function normaliseQuery(query: string): string {
  if (query === '') return '';
  const parameters = query
    .split('&')
    .filter((parameter) => parameter !== '')
    .map((parameter) => ({ parameter, name: parameter.split('=', 1)[0] ?? '' }))
    .filter(({ name }) => !trackingParameter.test(name));
  return parameters
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ parameter }) => parameter)
    .join('&');
}

/**
 * A query without the parameters that the page does not look at, and the fields that a form left empty (`q=`): they draw
 * the same page. A bare name (`sent`) is no field: it says something by being there.
 */
export function keepKnown(query: string, known: ReadonlySet<string>): string {
  return query
    .split('&')
    .filter((parameter) => {
      const [name = '', value] = parameter.split('=', 2);
      return value !== '' && known.has(decodeURIComponent(name));
    })
    .join('&');
}

/** Path and query as one string, the key of a page in the cache. */
export function joinTarget(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}
