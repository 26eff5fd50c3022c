import { sql, type SelectQueryBuilder } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

type Events = SelectQueryBuilder<DB, 'audit_event', object>;

export interface Question {
  actors?: readonly string[] | undefined;
  action?: string | undefined;
  kinds?: readonly string[] | undefined;
  municipalityId?: string | undefined;
  subject?: { kind: string; id: string } | undefined;
  /** Days in Albania, both included. */
  from?: string | undefined;
  to?: string | undefined;
  text?: string | undefined;
  after?: string | undefined;
  limit: number;
}

/** A text that ILIKE takes letter by letter. */
function contains(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

function narrowed(query: Events, { subject, text, after, ...question }: Question): Events {
  return query
    .$if(question.actors !== undefined, (q) =>
      q.where(sql<boolean>`audit_event.actor = any(${question.actors ?? []}::text[])`),
    )
    .$if(question.action !== undefined, (q) => q.where('action', '=', question.action ?? ''))
    .$if(question.kinds !== undefined, (q) =>
      q.where(sql<boolean>`audit_event.subject_kind = any(${question.kinds ?? []}::text[])`),
    )
    .$if(question.municipalityId !== undefined, (q) =>
      q.where('municipality_id', '=', question.municipalityId ?? ''),
    )
    .$if(subject !== undefined, (q) =>
      q.where('subject_kind', '=', subject?.kind ?? '').where('subject_id', '=', subject?.id ?? ''),
    )
    .$if(question.from !== undefined, (q) =>
      q.where(sql<boolean>`happened_at >= ${question.from}::date::timestamp AT TIME ZONE 'Europe/Tirane'`),
    )
    .$if(question.to !== undefined, (q) =>
      q.where(sql<boolean>`happened_at < (${question.to}::date + 1)::timestamp AT TIME ZONE 'Europe/Tirane'`),
    )
    .$if(text !== undefined, (q) =>
      q.where(sql<boolean>`audit_text(subject_id, reason, before, after) ILIKE ${contains(text ?? '')}`),
    )
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(happened_at, id) < (SELECT last.happened_at, last.id FROM audit_event last WHERE last.id = ${after})`,
      ),
    );
}

type State = Readonly<Record<string, unknown>> | null;

/** The question as SQL: newest first. */
export function askedEvents(db: Db, question: Question) {
  return narrowed(db.selectFrom('audit_event'), question)
    .select([
      'audit_event.id',
      'happened_at as happenedAt',
      'actor',
      'action',
      'subject_kind as subjectKind',
      'subject_id as subjectId',
      'municipality_id as municipalityId',
      'reason',
      sql<State>`before`.as('before'),
      sql<State>`after`.as('after'),
      'request_id as requestId',
    ])
    .orderBy('happened_at', 'desc')
    .orderBy('audit_event.id', 'desc')
    .limit(question.limit);
}

export function readEvents(db: Db, question: Question) {
  return askedEvents(db, question).execute();
}

export function readAccountNames(db: Db, actors: readonly string[]) {
  return db
    .selectFrom('account')
    .select(['id', 'name'])
    .where(sql<boolean>`account.id::text = any(${actors}::text[])`)
    .execute();
}

/** The accounts whose name or e-mail address holds a text. */
export function findAccounts(db: Db, text: string) {
  const pattern = contains(text);
  return db
    .selectFrom('account')
    .select('id')
    .where(sql<boolean>`name ILIKE ${pattern} OR email ILIKE ${pattern}`)
    .limit(200)
    .execute();
}

/** Whether this connection's role could change events, were it not for the triggers. */
export async function mayRewrite(db: Db): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    SELECT has_table_privilege('audit_event', 'UPDATE') OR has_table_privilege('audit_event', 'DELETE') AS may`.execute(
    db,
  );
  return rows[0]?.may ?? true;
}
