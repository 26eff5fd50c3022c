-- Who has a place and would rather take part the other way waits there in that order, and keeps the place until one is free.
ALTER TABLE registration
  ADD COLUMN wanted_mode text CHECK (wanted_mode IN ('on-site', 'online')),
  ADD COLUMN wanted_number integer CHECK (wanted_number > 0),
  ADD CONSTRAINT registration_wanted_check CHECK (
    num_nonnulls(wanted_mode, wanted_number) IN (0, 2)
    AND (wanted_mode IS NULL OR (wanted_mode <> mode AND state IN ('place', 'offered')))
  );
CREATE INDEX registration_wanted ON registration (plan_id, wanted_mode, wanted_number) WHERE wanted_mode IS NOT NULL;

-- Who may answer a poll: whoever is there, or those alone who registered or were checked in, each once.
ALTER TABLE floor_poll
  ADD COLUMN voters text NOT NULL DEFAULT 'anyone' CHECK (voters IN ('anyone', 'registered', 'checked-in')),
  -- How many those were when it was closed: persons are forgotten, the count stays.
  ADD COLUMN electorate integer CHECK (electorate >= 0);
