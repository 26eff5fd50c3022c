import { contracts, needs, priorities } from './contracts.ts';
import { context } from './context.ts';
import { events } from './events.ts';
import { items, publications, publishedFigures } from './library.ts';
import { declarations, partners, trainings } from './members-own.ts';
import { methodology } from './methodology.ts';
import { donors, organisations, people, sources as citedSources } from './network.ts';
import { municipalities, units } from './places.ts';
import type { Source } from './source.ts';
import { articles, experiences } from './writings.ts';

/** Everything that can be found. The largest kinds are last, so that what is rare stands together in the table. */
export const documentSources: readonly Source[] = [
  municipalities,
  contracts,
  organisations,
  donors,
  partners,
  methodology,
  units,
  people,
  experiences,
  context,
  declarations,
  trainings,
  publications,
  publishedFigures,
  articles,
  citedSources,
  events,
  items,
  needs,
  priorities,
];
