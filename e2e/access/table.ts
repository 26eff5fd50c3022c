import { articlesTable } from './tables/articles.ts';
import { eventsTable } from './tables/events.ts';
import { floorTable } from './tables/floor.ts';
import { experiencesTable } from './tables/experiences.ts';
import { libraryTable } from './tables/library.ts';
import { listeningToSigningTable } from './tables/listening-to-signing.ts';
import { monitoringTable } from './tables/monitoring.ts';
import { networkTable } from './tables/network.ts';
import { publicTable } from './tables/public.ts';
import { registrationTable } from './tables/registration.ts';

/** Who asks, in the order of the columns; `elsewhere`: the same role in another municipality. */
export const columns = [
  'nobody',
  'resident',
  'facilitator',
  'facilitator elsewhere',
  'monitor',
  'monitor elsewhere',
  'editor',
  'editor elsewhere',
  'municipality-contact',
  'municipality-contact elsewhere',
  'coordinator',
  'administrator',
];

/**
 * The one reviewed table of who may ask for what: every page, file and form of the site. A new route is not there until its
 * line is.
 *
 * `+` may; `.` is asked to sign in; `x` is told that it is not theirs; `-` is told that there is no such thing; `*` may for a
 * place of their own, which the form names, and for this one is refused as by `x` or `-`.
 *
 * nobody, resident, facilitator, monitor, editor, municipality contact (each here and elsewhere), coordinator, administrator
 */
export const accessTable: Readonly<Record<string, string>> = {
  ...publicTable,
  ...experiencesTable,
  ...libraryTable,
  ...listeningToSigningTable,
  ...monitoringTable,
  ...eventsTable,
  ...floorTable,
  ...networkTable,
  ...registrationTable,
  ...articlesTable,
};
