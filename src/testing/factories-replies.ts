import { createHash, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { PublicationContext } from '#features/rounds/publication.ts';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { addRound } from './factories.ts';
import type { Monitoring } from './factories-monitoring.ts';

/** The draft of an assessment, as it was sent to the town hall. */
export async function addReplyRequest(
  db: Db,
  { assessment, municipality, editor }: Monitoring,
  given: Partial<Insertable<DB['reply_request']>> = {},
) {
  const row = {
    id: randomUUID(),
    assessment_id: assessment.id,
    municipality_id: municipality.id,
    recipient_name: 'Arta Hoxha',
    recipient_email: 'arta@bashkia.example',
    requested_on: '2028-10-02',
    due_on: '2028-10-23',
    sent_by: editor.id,
    ...given,
  };
  await db.insertInto('reply_request').values(row).execute();
  return row;
}

/** A code for every component, agreed by both coders: what a draft is made of. */
export async function settleCodes(db: Db, { tasks }: Monitoring, codes: readonly string[]) {
  const rationale = JSON.stringify({ sq: 'U pa në vend', en: 'Seen on site' });
  await db
    .insertInto('settled_code')
    .values(
      tasks.map(({ id }, index) => ({
        task_id: id,
        number: 1,
        basis: 'agreement' as const,
        code: codes[index] ?? 'none',
        rationale,
        decided_at: new Date('2028-10-01T10:00:00Z'),
      })),
    )
    .execute();
}

export async function addFile(db: Db, content: string, mediaType = 'application/pdf') {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await db
    .insertInto('file')
    .values({ sha256, media_type: mediaType, size_bytes: content.length })
    .onConflict((on) => on.doNothing())
    .execute();
  return sha256;
}

/** What the parts of a publication are told of this assessment; its round in the record is there. */
export async function publicationOf(db: Db, world: Monitoring): Promise<PublicationContext> {
  const { assessment, municipality, contract, priorities, components, tasks } = world;
  const round = await addRound(db, { mandate_id: world.mandate.id, codebook_id: world.codebook.id });
  return {
    assessment: { id: assessment.id, municipalityId: municipality.id, contractId: contract.id },
    municipalityKey: municipality.key,
    round: { id: round.id, key: round.key },
    day: '2028-11-15',
    now: new Date('2028-11-15T10:00:00Z'),
    asked: { by: world.secondEditor.id, at: new Date('2028-11-15T10:00:00Z') },
    priorities: priorities.map(({ id, key }) => ({
      id,
      key,
      tasks: tasks.flatMap((task, index) => {
        const component = components[index];
        if (component?.priority_id !== id) return [];
        return [{ id: task.id, componentId: component.id, componentKey: component.key }];
      }),
    })),
  };
}
