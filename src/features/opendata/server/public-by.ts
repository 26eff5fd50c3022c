/** SQL: since when a status `s` is public; the same as `publicSince` of monitoring. */
const since = (status: string) =>
  `coalesce(${status}.published_on, (SELECT coalesce(r.published_on, r.ends) FROM round r WHERE r.id = ${status}.round_id))::text`;

/** SQL: that a status of the same round was public, of which something says more. */
const withStatus = (of: string, day: string) =>
  `EXISTS (SELECT FROM status s WHERE ${of} AND s.round_id = t.round_id AND ${since('s')} <= ${day})`;

/** SQL: the last day of a date known to the year, month or day; only to be compared, so that every month may have 31. */
const lastDay = (date: string) =>
  `(${date} || substr('-12-31', CASE length(${date}) WHEN 4 THEN 1 WHEN 7 THEN 4 ELSE 7 END))`;

const certain = `coalesce(t.occurred_on::text, t.known_by::text)`;

/** By table, SQL for its rows `t` that were public by the end of a day. Tables that are not here have no such day. */
const publicByDay: Readonly<Record<string, (day: string) => string>> = {
  component_code: (day) =>
    withStatus(
      's.version = t.version AND s.priority_id = (SELECT priority_id FROM component WHERE id = t.component_id)',
      day,
    ),
  dispute: (day) => `t.received_on::text <= ${day}`,
  dispute_decision: (day) => `t.decided_on::text <= ${day}`,
  evidence: (day) => withStatus('s.priority_id = t.priority_id', day),
  published_figure: (day) =>
    `coalesce(t.dated::text, (SELECT coalesce(r.published_on, r.ends)::text FROM round r WHERE r.id = t.round_id), '') <= ${day}`,
  reply: (day) =>
    `coalesce(t.replied_on, t.requested_on)::text <= ${day} AND ${withStatus(
      `s.priority_id IN (SELECT p.id FROM priority p JOIN contract c ON c.id = p.contract_id
        WHERE c.municipality_id = t.municipality_id AND p.id = coalesce(t.priority_id, p.id))`,
      day,
    )}`,
  signature: (day) => `(${certain} IS NULL OR ${lastDay(certain)} <= ${day})`,
  status: (day) => `${since('t')} <= ${day}`,
};

/** Whether the rows of a table can be told as of a day. */
export function isDatedTable(table: string): boolean {
  return table in publicByDay;
}

/** SQL that holds for the rows `t` of a table that were public by the end of the day in a parameter. */
export function publicBy(table: string, parameter: string): string {
  return publicByDay[table]?.(`${parameter}::text`) ?? 'true';
}

/** SQL: that a later version of a status `t`, a row `n`, was public by then too. */
export function publicLater(parameter: string | undefined): string {
  return parameter === undefined ? '' : ` AND ${since('n')} <= ${parameter}::text`;
}
