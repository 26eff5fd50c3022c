import type { App } from '#server/app.ts';

/** The published needs behind a priority, as residents voiced them. */
export function listNeedsBehind(app: App, priorityId: string) {
  return app.db
    .selectFrom('priority_need')
    .innerJoin('need', 'need.id', 'priority_need.need_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'need.unit_id')
    .leftJoin('event', 'event.id', 'need.event_id')
    .select([
      'need.key',
      'need.statement',
      'need.voiced_on as voicedOn',
      'unit.name as unitName',
      'event.key as eventKey',
      'event.title as eventTitle',
    ])
    .where('priority_need.priority_id', '=', priorityId)
    .orderBy('need.key')
    .execute();
}

export type NeedBehind = Awaited<ReturnType<typeof listNeedsBehind>>[number];

/** Whether the record says what a contract was compiled from. */
export async function hasCompilation(app: App, contractId: string): Promise<boolean> {
  const row = await app.db
    .selectFrom('compilation')
    .select('id')
    .where('contract_id', '=', contractId)
    .executeTakeFirst();
  return row !== undefined;
}
