-- What someone has typed into a form and not yet handed in: kept on the server, theirs alone.
CREATE TABLE form_draft (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  -- The form's path, e.g. '/work/listening/0191…/needs'.
  form text NOT NULL CHECK (length(form) <= 300),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
  -- The version of what is edited that the person began from.
  base_version integer,
  saved_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, form)
);

-- The audit grows only. The program also gives up its right to change it, where its role may be told so; this holds for all.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit events are only ever added' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_event_is_kept BEFORE UPDATE OR DELETE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_event_is_kept_whole BEFORE TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Which municipality an event is about, so that its people may read it and it can be searched.
ALTER TABLE audit_event ADD COLUMN municipality_id uuid;
CREATE INDEX audit_event_by_municipality ON audit_event (municipality_id, happened_at);
CREATE INDEX audit_event_by_actor ON audit_event (actor, happened_at);
