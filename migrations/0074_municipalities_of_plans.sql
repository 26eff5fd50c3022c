-- The municipalities that are to take part in a gathering, or did, whoever comes for them: also where nobody of theirs is named.
CREATE TABLE event_plan_municipality (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES event_plan ON DELETE CASCADE,
  position integer NOT NULL,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  attendance text NOT NULL CHECK (attendance IN ('on-site', 'online', 'unknown')),
  represented_by localised,
  version integer NOT NULL DEFAULT 1,
  UNIQUE (plan_id, municipality_id)
);
CREATE INDEX event_plan_municipality_by_municipality ON event_plan_municipality (municipality_id);

-- Those of a plan: named themselves, or by somebody who comes for them.
CREATE VIEW event_plan_from AS
  SELECT plan_id, municipality_id FROM event_plan_municipality
  UNION
  SELECT plan_id, municipality_id FROM event_plan_person WHERE municipality_id IS NOT NULL;
