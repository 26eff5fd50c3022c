-- Facts that a source gives in part: each part that is not known has a way to be left out, so that nothing is guessed.

-- A source may say that a contract was signed, and neither when nor by when. Any other fact counts by its date.
ALTER TABLE signature DROP CONSTRAINT signature_check;
ALTER TABLE signature ADD CONSTRAINT signature_date_check
  CHECK (state = 'signed' OR occurred_on IS NOT NULL OR known_by IS NOT NULL);

-- A need about the whole country lies outside the fields; of the others the record says who filed them under their field.
ALTER TABLE need ALTER COLUMN field_id DROP NOT NULL;
ALTER TABLE need ADD COLUMN field_basis text CHECK (field_basis IN ('source', 'inferred'));
ALTER TABLE need ADD CONSTRAINT need_field_check CHECK (field_basis IS NULL OR field_id IS NOT NULL);

-- What a number of participants counts: those online, those of one group.
ALTER TABLE event ADD COLUMN participants_note localised;
ALTER TABLE event ADD CONSTRAINT event_participants_note_check
  CHECK (participants_note IS NULL OR participants IS NOT NULL);

-- A census counts a place once.
DROP INDEX population_by_municipality, population_by_county, population_by_unit;
ALTER TABLE population ADD CONSTRAINT population_of_county UNIQUE (county_id, year);
ALTER TABLE population ADD CONSTRAINT population_of_municipality UNIQUE (municipality_id, year);
ALTER TABLE population ADD CONSTRAINT population_of_unit UNIQUE (unit_id, year);

ALTER TABLE published_figure ADD CONSTRAINT published_figure_value_check
  CHECK (value >= 0 AND (unit <> 'percent' OR value <= 100));
