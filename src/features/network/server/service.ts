import { distinctSourcesOf, sourcesOf } from '#features/library/server/sources.ts';
import { listLatestArticles } from '#features/articles/server/service.ts';
import { capacityOf } from '#features/capacity/server/public.ts';
import { declarationsOf } from '#features/declarations/server/declarations.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { readDonors, readOrganisation, readOrganisations, readProgrammes } from './organisations-store.ts';
import { readEndings, readMemberships } from './store.ts';
import * as work from './work-store.ts';

const shownArticles = 10;

/** Whether a membership was over before a day; one that ends in a year or a month lasts all of it. */
function isOver({ until }: { until: string | null }, today: string): boolean {
  return until !== null && until < today.slice(0, until.length);
}

/** The organisations of the network with the municipalities each is or was a member for; the coordinator first. */
export async function listMembers(app: App) {
  const [organisations, memberships] = await Promise.all([
    readOrganisations(app.db),
    readMemberships(app.db),
  ]);
  const today = dayOf(app.clock());
  const byOrganisation = Map.groupBy(memberships, (membership) => membership.organisationId);
  return organisations
    .map((organisation) => {
      const own = byOrganisation.get(organisation.id) ?? [];
      return {
        ...organisation,
        memberships: own,
        isCoordinator: own.some((m) => m.role === 'coordinator'),
        isFormer: own.every((membership) => isOver(membership, today)),
      };
    })
    .filter((organisation) => organisation.memberships.length > 0)
    .toSorted((a, b) => Number(b.isCoordinator) - Number(a.isCoordinator) || a.key.localeCompare(b.key));
}

/** One organisation with its memberships and sources. @throws not-found */
export async function showMember(app: App, key: string) {
  const organisation = await readOrganisation(app.db, key);
  if (!organisation) throw notFound(`organisation ${key}`);
  const own = (await readMemberships(app.db)).filter((m) => m.organisationId === organisation.id);
  const reasons = await readEndings(app.db, own);
  const memberships = own.map((membership) => ({
    ...membership,
    endedBecause: reasons.get(membership.key) ?? null,
  }));
  const places = memberships.flatMap(({ municipalityId }) => municipalityId ?? []);
  const [sources, written, published, monitored, held, signed, declarations, capacity] = await Promise.all([
    distinctSourcesOf(app, [organisation.id, ...memberships.map((m) => m.id)]),
    listLatestArticles(app, shownArticles + 1, key),
    work.readPublished(app.db, organisation.id),
    work.readMonitored(app.db, places),
    work.readHeld(app.db, organisation.id),
    work.readSigned(app.db, organisation.id),
    declarationsOf(app, organisation.id),
    capacityOf(app, organisation.id),
  ]);
  return {
    ...organisation,
    memberships,
    sources,
    written: written.slice(0, shownArticles),
    wroteMore: written.length > shownArticles,
    published,
    monitored,
    held,
    signed,
    declarations,
    capacity,
    thisYear: Number(dayOf(app.clock()).slice(0, 4)),
  };
}

/** The donors of the network with their programmes and the sources that say so. */
export async function listDonors(app: App) {
  const [donors, programmes, supported] = await Promise.all([
    readDonors(app.db),
    readProgrammes(app.db),
    work.readSupported(app.db),
  ]);
  const sources = await sourcesOf(
    app,
    [...donors, ...programmes].map((row) => row.id),
  );
  return donors.map((donor) => ({
    ...donor,
    sources: sources.get(donor.id) ?? [],
    supported: supported.filter(({ donorId }) => donorId === donor.id),
    programmes: programmes
      .filter((programme) => programme.donorId === donor.id)
      .map((programme) => ({ ...programme, sources: sources.get(programme.id) ?? [] })),
  }));
}

/** Who works with the network and is no member of it, with the sources that say so. */
export async function listPartners(app: App) {
  const partners = await work.readPartners(app.db);
  const sources = await sourcesOf(
    app,
    partners.map(({ id }) => id),
  );
  return partners.map((partner) => ({ ...partner, sources: sources.get(partner.id) ?? [] }));
}
