import { listMandates } from '#features/contracts/server/service.ts';
import { listMembers } from '#features/network/server/service.ts';
import type { App } from '#server/app.ts';

/** The network in figures of the record: its members, municipalities and contracts. */
export async function showAbout(app: App) {
  const [all, mandates] = await Promise.all([listMembers(app), listMandates(app)]);
  const members = all.filter(({ isFormer }) => !isFormer);
  const municipalities = new Set(
    members.flatMap((member) => member.memberships.flatMap((m) => m.municipalityKey ?? [])),
  );
  return {
    coordinators: members
      .filter((member) => member.isCoordinator)
      .map(({ key, name, seat }) => ({ key, name, seat })),
    members: members.length,
    municipalities: municipalities.size,
    contracts: mandates.reduce((sum, mandate) => sum + (mandate.contracts ?? 0), 0),
  };
}

export type About = Awaited<ReturnType<typeof showAbout>>;
