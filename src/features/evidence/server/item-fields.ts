import { fieldsOf, type Fields } from '#forms/form.ts';
import { readDetails } from '../details.ts';
import type { ChangedItem } from '../schema.ts';
import type { Item } from './item-store.ts';

/** An item as its form shows it. */
export function fieldsOfItem(item: Item): Fields {
  const details = readDetails(item.kind, item.details);
  const own = Object.entries(details ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return {
    ...Object.fromEntries(own),
    kind: item.kind,
    class: item.class,
    stance: item.stance,
    dated: item.dated,
    showsSq: item.shows.sq ?? '',
    showsEn: item.shows.en ?? '',
    bindingLanguage: item.bindingLanguage,
    publisher: item.publisher,
    url: item.url,
    components: item.componentIds,
    ofMunicipality: details?.ofMunicipality ? 'yes' : '',
    visibility: item.visibility,
    readers: item.readerIds,
  };
}

/** Names of the fields that differ: what stood in them is not for the audit. */
export function changedFields(item: Item, command: ChangedItem): string[] {
  const before = fieldsOfItem(item);
  return Object.entries(command).flatMap(([name, value]) => {
    if (name === 'version' || name === 'altSq' || name === 'altEn') return [];
    const now = Array.isArray(value) ? value.toSorted().join() : asTyped(value);
    const then = fieldsOf(before, name).toSorted().join();
    return now === then || (name === 'class' && now === '') ? [] : [name];
  });
}

function asTyped(value: string | number | boolean | null | readonly string[]): string {
  if (value === true) return 'yes';
  return value === false || value === null ? '' : String(value);
}
