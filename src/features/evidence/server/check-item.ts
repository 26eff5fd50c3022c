import type { FieldFault } from '#forms/form.ts';
import { classByKind, classesFor } from '../kind.ts';
import type { ItemCommand } from '../schema.ts';

export interface ItemChoices {
  components: readonly { id: string; priorityId: string }[];
  /** Who can be named to see a private item. */
  people: readonly { id: string }[];
  /** Priorities that the person must not gather evidence for; null: none of the municipality's. */
  barred: readonly (string | null)[];
  today: string;
  /** What comes with the item or is there already. */
  files: { any: boolean; release: boolean };
}

/** What is wrong with an item beyond its single fields. */
export function faultsOfItem(item: ItemCommand, choices: ItemChoices): FieldFault[] {
  return [
    ...faultsOfWords(item),
    ...faultsOfDates(item, choices.today),
    ...faultsOfComponents(item, choices),
    ...faultsOfClass(item),
    ...faultsOfFiles(item, choices.files),
    ...faultsOfPlace(item),
    ...faultsOfReaders(item, choices.people),
  ];
}

function faultsOfWords({ bindingLanguage, showsSq, showsEn }: ItemCommand): FieldFault[] {
  const binding = bindingLanguage === 'sq' ? showsSq : showsEn;
  if (binding !== '') return [];
  return [{ field: bindingLanguage === 'sq' ? 'showsSq' : 'showsEn', key: 'form.fault.missing' }];
}

function faultsOfDates(item: ItemCommand, today: string): FieldFault[] {
  if (item.dated > today) return [{ field: 'dated', key: 'evidence.fault.future' }];
  if (item.dated < '1990-01-01') return [{ field: 'dated', key: 'form.fault.day' }];
  if (item.kind !== 'information-request') return [];
  const isAnswered = item.outcome === 'answered' || item.outcome === 'partly' || item.outcome === 'refused';
  if (item.askedOn > today) return [{ field: 'askedOn', key: 'evidence.fault.future' }];
  if (item.dueOn !== null && item.dueOn < item.askedOn)
    return [{ field: 'dueOn', key: 'evidence.fault.before-asked' }];
  if (isAnswered && item.answeredOn === null) return [{ field: 'answeredOn', key: 'form.fault.missing' }];
  if (!isAnswered && item.answeredOn !== null)
    return [{ field: 'answeredOn', key: 'evidence.fault.not-answered' }];
  if (item.answeredOn === null) return [];
  if (item.answeredOn < item.askedOn) return [{ field: 'answeredOn', key: 'evidence.fault.before-asked' }];
  return item.answeredOn > today ? [{ field: 'answeredOn', key: 'evidence.fault.future' }] : [];
}

function faultsOfComponents({ components }: ItemCommand, choices: ItemChoices): FieldFault[] {
  if (components.length === 0) return [{ field: 'components', key: 'evidence.fault.no-component' }];
  const known = new Map(choices.components.map(({ id, priorityId }) => [id, priorityId]));
  const priorities = components.map((id) => known.get(id));
  if (priorities.includes(undefined)) return [{ field: 'components', key: 'form.fault.choice' }];
  const isBarred = priorities.some(
    (priority) => choices.barred.includes(null) || choices.barred.includes(priority ?? null),
  );
  return isBarred ? [{ field: 'components', key: 'evidence.fault.conflict' }] : [];
}

function faultsOfClass({ kind, class: chosen, ofMunicipality }: ItemCommand): FieldFault[] {
  const classes = classesFor(kind, ofMunicipality);
  if (classByKind(kind, ofMunicipality) === undefined)
    return [{ field: 'ofMunicipality', key: 'evidence.fault.not-of-municipality' }];
  if (chosen === '' || classes.includes(chosen)) return [];
  return [{ field: 'class', key: 'evidence.fault.class', values: { classes: classes.join(', ') } }];
}

function faultsOfFiles({ kind, url }: ItemCommand, { any, release }: ItemChoices['files']): FieldFault[] {
  if (kind === 'photo' && !any) return [{ field: 'file', key: 'evidence.fault.no-photo' }];
  if (kind === 'link' && url === '') return [{ field: 'url', key: 'form.fault.missing' }];
  if (kind === 'document' && !any && url === '')
    return [{ field: 'file', key: 'evidence.fault.no-document' }];
  if (kind === 'procurement' && !release) return [{ field: 'file', key: 'evidence.fault.no-release' }];
  return [];
}

function faultsOfPlace(item: ItemCommand): FieldFault[] {
  if (item.kind !== 'photo' && item.kind !== 'observation') return [];
  const { latitude, longitude, accuracy } = item;
  if ((latitude === null) !== (longitude === null))
    return [{ field: latitude === null ? 'latitude' : 'longitude', key: 'evidence.fault.half-place' }];
  return accuracy !== null && latitude === null
    ? [{ field: 'latitude', key: 'evidence.fault.half-place' }]
    : [];
}

function faultsOfReaders(
  { visibility, readers }: ItemCommand,
  people: readonly { id: string }[],
): FieldFault[] {
  if (visibility === 'public') return [];
  const isKnown = readers.every((reader) => people.some(({ id }) => id === reader));
  return isKnown ? [] : [{ field: 'readers', key: 'form.fault.choice' }];
}
