import { createHash } from 'node:crypto';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { identityOf, type ImportedItem } from '../../import-row.ts';

export interface ItemRow extends ImportedItem {
  id: string;
  key: string;
  organisation_id: string;
  /** Whatever is written down stands on its shelf, again where it did not. */
  withdrawn_on: null;
}

/** The key is the same at every import of the same thing, and readable. */
export function rowOf(organisation: { id: string; key: string }, item: ImportedItem): ItemRow {
  const identity = identityOf(item);
  const hash = createHash('sha256').update(identity).digest('hex').slice(0, 8);
  const slug = slugOf(item.call_number ?? item.title)
    .slice(0, 60)
    .replace(/-$/, '');
  const key = `${organisation.key}/${slug === '' ? hash : `${slug}-${hash}`}`;
  return {
    id: idOf('catalogue_item', key),
    key,
    organisation_id: organisation.id,
    withdrawn_on: null,
    ...item,
  };
}
