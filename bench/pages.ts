export interface BenchPage {
  kind: string;
  target: string;
}

/** One page of each kind, of the record's own, in Albanian. */
export const realPages: readonly BenchPage[] = [
  { kind: 'home', target: '/sq' },
  { kind: 'municipality', target: '/sq/municipalities/durres' },
  { kind: 'contract', target: '/sq/contracts/durres-2019' },
  { kind: 'priority', target: '/sq/priorities/durres-2019-1' },
  { kind: 'monitoring', target: '/sq/monitoring' },
];

/** The same kinds in the synthetic record, where a municipality has ten contracts of forty priorities. */
export const syntheticPages: readonly BenchPage[] = [
  { kind: 'home', target: '/sq' },
  { kind: 'municipality', target: '/sq/municipalities/bashkia-500' },
  { kind: 'contract', target: '/sq/contracts/bashkia-500-2019' },
  { kind: 'priority', target: '/sq/priorities/bashkia-500-2019-8' },
  { kind: 'monitoring', target: '/sq/monitoring' },
];

/** Pages of the synthetic record that read much of it, and are never measured from the cache. */
export const wideSyntheticPages: readonly BenchPage[] = [
  { kind: 'similar priorities', target: '/sq/priorities/bashkia-500-2019-8/similar' },
  { kind: 'network', target: '/sq/network' },
];
