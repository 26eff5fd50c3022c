CREATE TABLE county (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name text NOT NULL,
  full_name localised NOT NULL,
  code text,
  iso_3166_2 text,
  nuts3 text,
  hasc text,
  wikidata text,
  geonames_id bigint,
  seat text
);

CREATE TABLE municipality (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  county_id uuid NOT NULL REFERENCES county ON DELETE RESTRICT,
  name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  code text,
  lau_code text,
  hasc text,
  wof_id bigint,
  geonames_id bigint,
  electoral_code text,
  seat text,
  area_km2 numeric(8,1) CHECK (area_km2 > 0),
  voters integer CHECK (voters >= 0),
  voters_year integer,
  longitude numeric(9,4) NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude numeric(9,4) NOT NULL CHECK (latitude BETWEEN -90 AND 90)
);
CREATE INDEX municipality_by_county ON municipality (county_id);

CREATE TABLE administrative_unit (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  name text NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  code text,
  former_district text,
  voters integer CHECK (voters >= 0),
  voters_year integer,
  area_km2 numeric(8,1) CHECK (area_km2 > 0),
  longitude numeric(9,4) CHECK (longitude BETWEEN -180 AND 180),
  latitude numeric(9,4) CHECK (latitude BETWEEN -90 AND 90)
);
CREATE INDEX administrative_unit_by_municipality ON administrative_unit (municipality_id);

-- Counted population of one place in one census year; exactly one of the three places is named.
CREATE TABLE population (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  county_id uuid REFERENCES county ON DELETE CASCADE,
  municipality_id uuid REFERENCES municipality ON DELETE CASCADE,
  unit_id uuid REFERENCES administrative_unit ON DELETE CASCADE,
  year integer NOT NULL CHECK (year BETWEEN 1800 AND 2200),
  people integer NOT NULL CHECK (people >= 0),
  CHECK (num_nonnulls(county_id, municipality_id, unit_id) = 1)
);
CREATE INDEX population_by_municipality ON population (municipality_id, year);
CREATE INDEX population_by_county ON population (county_id, year);
CREATE INDEX population_by_unit ON population (unit_id, year);
