const bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const statusClasses = ['1xx', '2xx', '3xx', '4xx', '5xx'];

// Every route that answered is a label; the bound is against an address space that grows by mistake.
const mostRoutes = 60;

interface Counts {
  /** Per bucket, not cumulative; the last is beyond all bounds. */
  buckets: number[];
  sum: number;
}

/**
 * How long answers took, by kind of page and class of status. A histogram of our own because it counts every request:
 * prom-client's hashes the labels each time, which costs as much as finding the page in the cache.
 */
export class RequestDurations {
  readonly #routes = new Map<string, (Counts | undefined)[]>();

  observe(route: string, status: number, seconds: number): void {
    const counts = this.#countsOf(route, Math.floor(status / 100) - 1);
    let bucket = 0;
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? Infinity)) bucket += 1;
    counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1;
    counts.sum += seconds;
  }

  #countsOf(route: string, statusClass: number): Counts {
    let byStatus = this.#routes.get(route);
    if (byStatus === undefined) {
      const name = this.#routes.size < mostRoutes ? route : 'other';
      byStatus = this.#routes.get(name) ?? [];
      this.#routes.set(name, byStatus);
    }
    return (byStatus[statusClass] ??= { buckets: bounds.concat(0).fill(0), sum: 0 });
  }

  /** In Prometheus' text format. */
  toText(): string {
    const name = 'pop_http_request_duration_seconds';
    const lines = [
      `# HELP ${name} Time to answer, by kind of page and class of status.`,
      `# TYPE ${name} histogram`,
    ];
    for (const [route, byStatus] of this.#routes) {
      byStatus.forEach((counts, statusClass) => {
        if (counts === undefined) return;
        const labels = `route="${escapeLabel(route)}",status="${statusClasses[statusClass] ?? 'none'}"`;
        let total = 0;
        counts.buckets.forEach((count, bucket) => {
          total += count;
          lines.push(`${name}_bucket{${labels},le="${bounds[bucket] ?? '+Inf'}"} ${total}`);
        });
        lines.push(`${name}_sum{${labels}} ${counts.sum}`, `${name}_count{${labels}} ${total}`);
      });
    }
    return `${lines.join('\n')}\n`;
  }
}

function escapeLabel(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
