import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { NamedSource } from '../named-source.ts';

/** Cites the sources that somebody named for rows of the record that are published with them. @param work key of the work */
export async function citeNamed(
  tx: Tx,
  work: string,
  named: readonly NamedSource[],
  subjects: readonly { id: string; kind: string }[],
): Promise<void> {
  const sources = named.map(({ title, url }, index) => {
    const key = `${work}/${index + 1}`;
    return { id: idOf('source', key), key, title, url: url === '' ? null : url };
  });
  await insertRows(tx, 'source', sources, 'stays');
  const citations = sources.flatMap(({ id }, index) =>
    subjects.map((subject) => ({
      subject_id: subject.id,
      subject_kind: subject.kind,
      source_id: id,
      position: index + 2,
    })),
  );
  await insertRows(tx, 'citation', citations, 'stays');
}
