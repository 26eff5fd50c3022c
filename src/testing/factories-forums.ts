import { randomUUID } from 'node:crypto';
import type { PlanCommand } from '#features/forums/schema.ts';
import type { Db } from '#server/database/db.ts';
import {
  addContracts,
  addMandate,
  addMembership,
  addMunicipalities,
  addOrganisation,
  addPriorities,
} from './factories.ts';

/** A municipality with a member organisation, a mandate, and a public contract of some priorities: where a forum can be. */
export async function addForumGround(db: Db, { priorities = 3 }: { priorities?: number } = {}) {
  const [municipality] = await addMunicipalities(db, [{ name: 'Fier' }]);
  if (!municipality) throw new Error('one was added');
  const organisation = await addOrganisation(db);
  await addMembership(db, { organisation_id: organisation.id, municipality_id: municipality.id });
  const mandate = await addMandate(db, { starts: '2027', ends: '2031' });
  const [contract] = await addContracts(db, [{ municipality_id: municipality.id, mandate_id: mandate.id }]);
  if (!contract) throw new Error('one was added');
  const roads = Array.from({ length: priorities }, (_, index) => ({
    statement: JSON.stringify({ sq: `Rruga ${index + 1}`, en: `Road ${index + 1}` }),
  }));
  const added = roads.length === 0 ? [] : await addPriorities(db, contract.id, roads);
  return { municipality, organisation, mandate, contract, priorities: added };
}

export type ForumGround = Awaited<ReturnType<typeof addForumGround>>;

/** What the forms send for a candidate and for a forum there. */
export function candidacyOn({ municipality, mandate }: ForumGround, name: string) {
  return {
    municipality: municipality.id,
    mandate: mandate.id,
    name,
    party: '',
    coalition: '',
    sourceTitle: 'Lista e KQZ-së',
    sourceUrl: 'https://kqz.example.org/lista',
    withdrawnOn: null,
  };
}

export function planOn({ municipality, mandate }: ForumGround): PlanCommand {
  return {
    municipality: municipality.id,
    mandate: mandate.id,
    heldOn: '2027-05-02',
    startsAt: '18:00',
    place: 'Kinema e qytetit',
    moderators: 'Besa Leka',
    slotSeconds: 120,
    publishes: 'together',
    reason: '',
  };
}

export function questionOn(text: string) {
  return {
    question: text,
    language: 'sq' as const,
    field: null,
    item: null,
    once: randomUUID(),
    website: '',
  };
}
