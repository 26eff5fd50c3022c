/** Scripts, styles and images come from files of our own alone: nothing inline, so cached pages need no nonces. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const unusedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/** What pages may use of the device: nothing, but for what one page says that it needs. */
export function permissionsPolicy(needed?: 'geolocation' | 'camera'): string {
  return unusedFeatures
    .map((feature) => (feature === needed ? `${feature}=(self)` : `${feature}=()`))
    .join(', ');
}

export type Header = readonly [name: string, value: string];

/** The headers of every answer, whoever gives it. HSTS is for browsers that came by https, so only then is it said. */
export function securityHeaders(publicUrl: string): readonly Header[] {
  const headers: Header[] = [
    ['content-security-policy', contentSecurityPolicy],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', permissionsPolicy()],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ];
  if (publicUrl.startsWith('https:')) headers.push(['strict-transport-security', 'max-age=31536000']);
  return headers;
}

/** Adds the security headers to an answer's own; where the answer has its own word on one, that stands. */
export function withSecurity(own: readonly Header[], security: readonly Header[]): Header[] {
  const said = new Set(own.map(([name]) => name));
  return [...own, ...security.filter(([name]) => !said.has(name))];
}
