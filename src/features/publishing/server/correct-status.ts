import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { PublishedStatus } from '#features/monitoring/status.ts';
import type { Localised } from '#i18n/languages.ts';
import { defaultLanguage } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { recordAudit } from '#server/audit/audit.ts';
import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { notFound } from '#server/errors.ts';
import type { Beside } from '../assessed.ts';
import {
  changedCodes,
  changedStatus,
  changesNothing,
  type ChangedCode,
  type RecordCode,
} from '../status-change.ts';
import { codebookIn, codebooksOf } from './assessed.ts';
import {
  holdPriority,
  readCodesInForce,
  readStatusInForce,
  type CodeInForce,
  type StatusInForce,
} from './published-store.ts';
import { besideColumns, codeKeyOf, statusKeyOf } from './record-rows.ts';

/** A published status as it should have been. */
export interface StatusChange {
  /** Found by the network itself, or by a dispute that was upheld. */
  kind: 'correction' | 'dispute';
  priorityId: string;
  roundId: string;
  /** The version that it takes the place of. */
  corrects: number;
  /** Components whose code changes; the others keep theirs. */
  codes: readonly ChangedCode[];
  /** What changes beside the status; what is left out stays. */
  beside: Partial<Beside>;
  /** What was wrong, and why: public. */
  reason: Localised;
  /** The day of publication. */
  day: string;
  /** The account that publishes it. */
  actor: string;
}

export type StatusChangeOutcome =
  | { kind: 'done'; id: string; key: string; version: number; status: PublishedStatus }
  /** Another version was published meanwhile. */
  | { kind: 'outdated'; version: number }
  /** Nothing that the public reads would change. */
  | { kind: 'nothing-changes' }
  /** The codebook has no status for these codes. */
  | { kind: 'not-derivable' };

/** What people wrote beside a status of the record. */
export function besideOf({ late, reversed, blockedBy, rationale }: StatusInForce): Beside {
  return { late, reversed, blockedBy, rationale: rationale ?? {} };
}

/**
 * Publishes the next version of a status in the caller's transaction: derived again from its codes. The earlier ones stay
 * readable under their own addresses. Who may do so, and that it is another person than who wrote it, is for the caller to ask.
 * @throws not-found where nothing was published of this priority in this round
 */
export async function correctStatus(tx: Tx, change: StatusChange): Promise<StatusChangeOutcome> {
  const { priorityId, roundId, corrects, reason, day, kind, actor } = change;
  await holdPriority(tx, priorityId);
  const before = await readStatusInForce(tx, { priorityId, roundId });
  if (!before) throw notFound(`status of ${priorityId} in ${roundId}`);
  if (before.version !== corrects) return { kind: 'outdated', version: before.version };
  const known = await readCodesInForce(tx, { priorityId, roundId });
  const codes = changedCodes(known, change.codes);
  const beside = { ...besideOf(before), ...change.beside };
  if (changesNothing({ beside: besideOf(before), codes: known }, { beside, codes }))
    return { kind: 'nothing-changes' };
  const codebook = codebookIn(await codebooksOf(tx, [before.codebookId]), before.codebookId);
  const derived = changedStatus(codes, codebook);
  if (derived.kind === 'not-derivable') return { kind: 'not-derivable' };
  const { status, initiated } = derived.kind === 'derived' ? derived : before;

  const version = before.version + 1;
  const round = { id: before.roundId, key: before.roundKey };
  const key = statusKeyOf({ priority: { id: priorityId, key: before.priorityKey }, round, version });
  const row = {
    id: idOf('status', key),
    key,
    priority_id: priorityId,
    round_id: roundId,
    version,
    kind,
    status,
    initiated,
    contested: false,
    ...besideColumns(beside),
    reason,
    published_on: day,
  };
  await insertRows(tx, 'status', [row]);
  const codeRows = codes.flatMap((code) => versionsTo(version, known, code, round));
  await insertRows(tx, 'component_code', codeRows);
  await citeWork(tx, sourceOf(before, version, kind, day), [
    { kind: 'status', id: row.id },
    ...codeRows.map(({ id }) => ({ kind: 'component_code', id })),
  ]);
  await recordAudit(tx, {
    actor,
    action: 'correct',
    subject: { kind: 'status', id: row.id },
    municipalityId: before.municipalityId,
    before: { version: before.version, status: before.status },
    after: { version, status, kind },
    reason: reason.sq ?? reason.en ?? '',
  });
  await noteRecordChange(tx, {
    tables: ['status', 'component_code', 'source'],
    municipalityIds: [before.municipalityId],
  });
  return { kind: 'done', id: row.id, key, version, status };
}

/**
 * The rows that bring a component's code to a version of its status: every version of a status has all of its codes. A version
 * that the record lacks between, as imported ones may, has the code that was in force then.
 */
function versionsTo(
  version: number,
  known: readonly CodeInForce[],
  code: RecordCode,
  round: { id: string; key: string },
) {
  const last = known.find(({ id }) => id === code.id);
  const from = (last?.version ?? 0) + 1;
  return Array.from({ length: Math.max(0, version - from + 1) }, (_, index) => {
    const at = from + index;
    const own = at < version && last ? last : code;
    const key = codeKeyOf(code, round, at);
    return {
      id: idOf('component_code', key),
      key,
      component_id: code.id,
      round_id: round.id,
      version: at,
      code: own.code,
      rationale: own.rationale,
      // A code that stays came about as it did; one that changes did so by this change, which says why.
      ...(last && own.code === last.code
        ? { basis: last.basis, earlier_code: last.earlierCode, reason: last.reason }
        : { basis: null, earlier_code: null, reason: null }),
    };
  });
}

function sourceOf(before: StatusInForce, version: number, kind: StatusChange['kind'], day: string) {
  const t = translator(defaultLanguage);
  return {
    key: `work/publishing/${before.priorityKey}/${before.roundKey}/${version}`,
    title: t(`publishing.source.${kind}`, { municipality: before.municipalityName, round: before.roundKey }),
    publisher: 'POP',
    publishedOn: day,
  };
}
