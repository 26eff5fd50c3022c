export interface RateLimit {
  /** Requests that may come at once. */
  burst: number;
  /** Requests per second in the long run. */
  perSecond: number;
}

export type Allowance = { allowed: true } | { allowed: false; retryAfterSeconds: number };

interface Bucket {
  tokens: number;
  at: number;
}

// Addresses remembered; beyond, those longest unheard of are forgotten, which is in their favour.
const mostAddresses = 10_000;

/**
 * A token bucket per address, in this process's memory: `take(address, now)` says whether one more request may be
 * served. `now` in milliseconds.
 */
export function createRateLimiter(limit: RateLimit) {
  const buckets = new Map<string, Bucket>();

  function take(address: string, now: number): Allowance {
    const client = clientOf(address);
    const known = buckets.get(client);
    const refilled = known
      ? known.tokens + (Math.max(0, now - known.at) / 1000) * limit.perSecond
      : limit.burst;
    const tokens = Math.min(limit.burst, refilled);
    const allowed = tokens >= 1;
    buckets.delete(client);
    buckets.set(client, { tokens: allowed ? tokens - 1 : tokens, at: now });
    if (buckets.size > mostAddresses) forgetOldest();
    if (allowed) return { allowed };
    return { allowed, retryAfterSeconds: Math.ceil((1 - tokens) / limit.perSecond) };
  }

  function forgetOldest(): void {
    for (const address of buckets.keys()) {
      buckets.delete(address);
      return;
    }
  }

  return { take };
}

/**
 * What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, of which a client has all.
 */
function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.split('::', 2);
  const groups = head.split(':').filter(Boolean);
  const missing = 8 - groups.length - tail.split(':').filter(Boolean).length;
  const all = address.includes('::') ? [...groups, ...Array<string>(Math.max(0, missing)).fill('0')] : groups;
  return `${all.slice(0, 4).join(':')}::/64`;
}
