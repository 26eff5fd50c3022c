/** A change of state as it was written down. */
export interface AuditedEvent {
  id: string;
  happenedAt: Date;
  /** An account's id, or the command or job that acted. */
  actor: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  municipalityId: string | null;
  reason: string | null;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  requestId: string | null;
}

/** Who acted, as a reader is told. */
export type Who =
  | { kind: 'account'; id: string; name: string }
  | { kind: 'deleted' }
  /** A command, a job, an import. */
  | { kind: 'program'; name: string };

export interface ReadableEvent extends AuditedEvent {
  who: Who;
  municipality: { key: string; name: string } | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param names of the accounts that are there now */
export function whoIs(actor: string, names: ReadonlyMap<string, string>): Who {
  const name = names.get(actor);
  if (name !== undefined) return { kind: 'account', id: actor, name };
  return uuid.test(actor) ? { kind: 'deleted' } : { kind: 'program', name: actor };
}
