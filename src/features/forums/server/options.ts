import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import { listMandates } from '#features/contracts/server/service.ts';
import { listMunicipalities } from '#features/places/server/service.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';

/** What can be chosen in the forms of candidates and forums: the municipalities that the actor works in, and the mandates. */
export async function listFormOptions(app: App, actor: Actor) {
  const reach = municipalitiesOf(actor, 'editor', 'facilitator');
  if (reach.length === 0) throw new DomainError('forbidden', 'forums');
  const [municipalities, mandates] = await Promise.all([listMunicipalities(app), listMandates(app)]);
  return {
    municipalities: municipalities
      .filter(({ id }) => reach === 'all' || reach.includes(id))
      .map(({ id, name }) => ({ value: id, label: name })),
    mandates: mandates.map(({ id, key }) => ({ value: id, label: key })),
  };
}

export type FormOptions = Awaited<ReturnType<typeof listFormOptions>>;
