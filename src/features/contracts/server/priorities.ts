import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { amendmentState } from '../amendment.ts';
import type { Priority } from '../contract.ts';
import { readAmendmentsOfPriority } from './amendments-store.ts';
import { readComponents, readContractById, readPlaces, readPriorities, readPriority } from './store.ts';

type Row = Awaited<ReturnType<typeof readPriorities>>[number];
type PlaceRow = Awaited<ReturnType<typeof readPlaces>>[number];

function present(
  { fieldKey, fieldName, fieldPosition: _, contractId: __, ...row }: Row,
  places: readonly PlaceRow[],
): Priority {
  return {
    ...row,
    field: { key: fieldKey, name: fieldName },
    places: places.map(({ unitKey, unitName, locality }) => ({ unitKey, unitName, locality })),
  };
}

/** The priorities of a contract in their order, with the places they name. */
export async function listPriorities(app: App, contractId: string): Promise<Priority[]> {
  const rows = await readPriorities(app.db, contractId);
  const places = await readPlaces(
    app.db,
    rows.map((row) => row.id),
  );
  const byPriority = Map.groupBy(places, (place) => place.priorityId);
  return rows.map((row) => present(row, byPriority.get(row.id) ?? []));
}

/** One priority with its contract and components. @throws not-found */
export async function getPriority(app: App, key: string) {
  const row = await readPriority(app.db, key);
  if (!row) throw notFound(`priority ${key}`);
  const [contract, places, components, amendments] = await Promise.all([
    readContractById(app.db, row.contractId),
    readPlaces(app.db, [row.id]),
    readComponents(app.db, row.id),
    readAmendmentsOfPriority(app.db, row.id),
  ]);
  if (!contract) throw notFound(`contract of priority ${key}`);
  const today = dayOf(app.clock());
  return {
    ...present(row, places),
    contract,
    components,
    amendments: amendments.map((amendment) => ({ ...amendment, state: amendmentState(amendment, today) })),
  };
}
