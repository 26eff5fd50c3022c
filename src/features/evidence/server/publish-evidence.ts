import type { PublicationContext, PublishedRows } from '#features/rounds/publication.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import * as store from './publish-store.ts';

/**
 * Copies into the public record what an editor has accepted, whatever it says for or against: nothing that is private, was
 * taken back or is not reviewed. What was published before stays as it is.
 */
export async function publishEvidence(tx: Tx, context: PublicationContext): Promise<PublishedRows> {
  const { assessment, priorities, round } = context;
  const items = await store.holdPublishable(tx, assessment.municipalityId, assessment.id);
  if (items.length === 0) return { tables: [], subjects: [] };
  const [components, files, before] = [
    await store.readItemComponents(tx, assessment.municipalityId, items),
    await store.readItemFiles(tx, assessment.municipalityId, items),
    await store.readPublished(tx, round.id, priorities),
  ];
  const placed = new Map(
    priorities.flatMap(({ tasks, ...priority }, at) =>
      tasks.map((task, position) => [task.componentId, { priority, key: task.componentKey, at, position }]),
    ),
  );
  const counts = new Map(before.map(({ priorityId, count }) => [priorityId, count]));
  const rows = items.flatMap((item) => {
    const bearsOn = (components.get(item.id) ?? [])
      .flatMap((id) => {
        const place = placed.get(id);
        return place ? [{ id, ...place }] : [];
      })
      .toSorted((a, b) => a.at - b.at || a.position - b.position);
    const [first, ...further] = bearsOn;
    if (!first) return [];
    const number = (counts.get(first.priority.id) ?? 0) + 1;
    counts.set(first.priority.id, number);
    const key = `${first.priority.key}/${round.key}/${number}`;
    return [{ item, id: idOf('evidence', key), key, first, further, files: files.get(item.id) ?? [] }];
  });
  await store.addEvidence(tx, round.id, rows);
  const further = rows.flatMap(({ id, key, further: more }) =>
    more.map((component, index) => {
      const ownKey = `${key}/${index + 2}`;
      return {
        id: idOf('evidence_component', ownKey),
        key: ownKey,
        evidence_id: id,
        component_id: component.id,
      };
    }),
  );
  await store.addFurtherComponents(tx, further);
  await store.openCopies(tx, rows);
  await store.markPublished(tx, assessment.municipalityId, rows);
  return {
    tables: further.length > 0 ? ['evidence', 'evidence_component'] : ['evidence'],
    subjects: [
      ...rows.map(({ id }) => ({ kind: 'evidence', id })),
      ...further.map(({ id }) => ({ kind: 'evidence_component', id })),
    ],
  };
}
