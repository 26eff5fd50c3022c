import type { Row } from '../package.ts';

const note = [
  'Rrjet i shpikur për demonstrim: asnjë vend, njeri, organizatë apo shifër nuk është e vërtetë.',
  'An invented network for demonstration: no place, person, organisation or figure is real.',
] as const;

function source(id: string, title: string): Row {
  return { id, title, publisher: 'POP demonstration', language: 'sq', note };
}

export const sources: readonly Row[] = [
  source('demo-places', 'Demonstration: invented places'),
  source('demo-network', 'Demonstration: invented organisations, donors and people'),
  source('demo-contracts', 'Demonstration: invented contracts, needs and events'),
  source('demo-monitoring', 'Demonstration: invented assessments, evidence and replies'),
  source('demo-library', 'Demonstration: invented articles, publications and experiences'),
  source('demo-codebooks', "Demonstration: the network's codebooks, as in the real record"),
];

export const fields: readonly Row[] = [
  {
    id: 'infrastructure',
    name: ['Infrastruktura dhe shërbimet publike', 'Infrastructure and public services'],
    position: 1,
  },
  {
    id: 'governance',
    name: ['Demokracia vendore dhe mirëqeverisja', 'Local democracy and good governance'],
    position: 2,
  },
  { id: 'economy', name: ['Zhvillimi ekonomik vendor', 'Local economic development'], position: 3 },
  {
    id: 'social',
    name: ['Dimensioni social në nivel vendor', 'Social dimension at local level'],
    position: 4,
  },
];
