-- What the audit's search looks through, as one text: the thing, the reason, and what it was and became.
CREATE FUNCTION audit_text(subject_id text, reason text, before jsonb, after jsonb) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(subject_id, '') || ' ' || coalesce(reason, '') || ' ' || coalesce(before::text, '') || ' ' || coalesce(after::text, '')
$$;

-- Parts of words are looked for (an id's beginning, a number), so the index holds every three letters in a row.
CREATE INDEX audit_event_by_text ON audit_event USING gin (audit_text(subject_id, reason, before, after) gin_trgm_ops);
