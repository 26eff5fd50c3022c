import type { Exchange } from './exchange.ts';
import { languageOfRequest } from './language-cookie.ts';
import type { Platform } from './platform.ts';

/**
 * Sends who asks for an old address to where the page is now.
 * @returns undefined where nobody knows of the address, or the database does not answer: nothing was sent
 */
export async function sendMoved(
  { movedTo, log, security }: Platform,
  { req, res, id }: Exchange,
): Promise<number | undefined> {
  // As it was asked for: of a path that no page has, the parameters were left out.
  const [path = '/', query = ''] = (req.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '').split('?');
  const language = languageOfRequest(path, req.headers);
  const asked = { host: req.headers.host ?? '', path, query, language };
  const to = await movedTo(asked).catch((error: unknown) => {
    log.warn({ requestId: id, err: error }, 'old addresses cannot be read');
    return undefined;
  });
  if (to === undefined) return undefined;
  // Not kept by browsers: a coordinator may mend where it leads.
  const own = [
    ['location', to],
    ['content-length', '0'],
    ['cache-control', 'no-store'],
    ['x-request-id', id],
  ] as const;
  res.writeHead(301, [...own, ...security].flat());
  res.end();
  return 301;
}
