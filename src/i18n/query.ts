/** The parameters of an address as a plain object for a schema; empty ones are as if they were not. */
export function queryOf(parameters: Iterable<[string, string]>): Record<string, string> {
  return Object.fromEntries([...parameters].filter(([, value]) => value !== ''));
}

/** An address with some parameters set and others (undefined) left out. */
export function withQuery(
  path: string,
  parameters: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
