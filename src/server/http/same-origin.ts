const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Kit's own check assumes https behind
 * adapter-node, so it is off (vite.config.ts) and this one stands in: `Sec-Fetch-Site` where the browser sends it
 * (Fetch Metadata, W3C), else `Origin` against the public address; a request with neither is no browser's form.
 */
export function isSameOrigin(request: Request, publicUrl: string): boolean {
  if (safeMethods.has(request.method)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === publicUrl || origin === `http://${request.headers.get('host')}`;
  return false;
}
