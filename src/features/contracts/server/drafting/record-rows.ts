import type { Localised } from '#i18n/languages.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { isOverridden } from '../../checklist.ts';
import type { BodyPriority, ContractBody } from '../../contract-body.ts';
import type { DraftRow } from './drafts-store.ts';

interface Given {
  draft: Pick<DraftRow, 'municipalityKey' | 'municipalityId' | 'mandateId' | 'starts' | 'ends'>;
  version: { number: number; sha256: string };
  /** SHA-256 of the version's documents by language. */
  papers: ReadonlyMap<string, string>;
  today: string;
  /** Ids by key. */
  fields: ReadonlyMap<string, string>;
  units: ReadonlyMap<string, string>;
}

function identity(table: string, key: string) {
  return { id: idOf(table, key), key };
}

/** A text as a column takes it; null where nothing is said. */
function textOrNull(text: Localised): string | null {
  return Object.keys(text).length > 0 ? JSON.stringify(text) : null;
}

function found(ids: ReadonlyMap<string, string>, key: string | null): string {
  const id = key === null ? undefined : ids.get(key);
  if (id === undefined) throw new Error(`nothing is called ${key}`);
  return id;
}

function placeRows(priority: BodyPriority, owner: { id: string; key: string }, units: Given['units']) {
  const used = new Set<string>();
  return priority.places.map(({ unit, locality }) => {
    const name = [unit, slugOf(locality)].filter((part) => part !== '').join('-');
    let key = `${owner.key}/${name}`.slice(0, 190);
    // Two names may be written alike in ASCII.
    for (let again = 2; used.has(key); again += 1) key = `${owner.key}/${name}`.slice(0, 190) + `-${again}`;
    used.add(key);
    return {
      ...identity('priority_place', key),
      priority_id: owner.id,
      unit_id: found(units, unit),
      locality: locality === '' ? null : locality,
    };
  });
}

/** What a contract is called in the record, known before it is there: its documents lead to its page. */
export function contractKeyOf({
  municipalityKey,
  starts,
}: Pick<DraftRow, 'municipalityKey' | 'starts'>): string {
  return `${municipalityKey}-${starts.slice(0, 4)}`;
}

/** The rows of the public record that a version of a contract becomes. */
export function recordRows(body: ContractBody, { draft, version, papers, today, fields, units }: Given) {
  const contract = {
    ...identity('contract', contractKeyOf(draft)),
    municipality_id: draft.municipalityId,
    mandate_id: draft.mandateId,
    starts: draft.starts,
    ends: draft.ends,
    binding_language: body.bindingLanguage,
    priority_count: body.priorities.length,
    priority_count_is: 'exact' as const,
    text_version: version.number,
    text_sha256: version.sha256,
    published_on: today,
    pdf_sq_sha256: papers.get('sq') ?? null,
    pdf_en_sha256: papers.get('en') ?? null,
  };
  const priorities = body.priorities.map((priority, index) => ({
    ...identity('priority', `${contract.key}-${index + 1}`),
    contract_id: contract.id,
    field_id: found(fields, priority.field),
    position: index + 1,
    number: String(index + 1),
    heading: textOrNull(priority.heading),
    statement: JSON.stringify(priority.statement),
    field_basis: 'stated' as const,
    coverage: priority.coverage ?? 'municipality',
    directorate: priority.directorate === '' ? null : priority.directorate,
    untested_reason: isOverridden(priority) ? textOrNull(priority.untestedReason) : null,
  }));
  const owned = body.priorities.map((priority, index) => ({ priority, owner: priorities[index] }));
  return {
    contract,
    priorities,
    places: owned.flatMap(({ priority, owner }) => (owner ? placeRows(priority, owner, units) : [])),
    components: owned.flatMap(({ priority, owner }) =>
      owner
        ? priority.components.map((component, index) => ({
            ...identity('component', `${owner.key}/${index + 1}`),
            priority_id: owner.id,
            position: index + 1,
            statement: JSON.stringify(component.statement),
            shown_by: textOrNull(component.shownBy),
            due: component.due,
            testable: component.testable,
            competence: component.competence,
          }))
        : [],
    ),
  };
}

export type RecordRows = ReturnType<typeof recordRows>;
