/** The address by which a calendar program follows a feed: it asks for it again by itself. */
export function webcalOf(publicUrl: string, path: string): string {
  return new URL(path, publicUrl).href.replace(/^https?:/, 'webcal:');
}
