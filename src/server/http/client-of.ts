/**
 * What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, of which a client has all.
 */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = address.includes('::') ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0')] : groups;
  return `${all.slice(0, 4).join(':')}::/64`;
}
