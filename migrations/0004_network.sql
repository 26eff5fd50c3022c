CREATE TABLE organisation (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name localised NOT NULL,
  aliases text[] NOT NULL DEFAULT '{}',
  seat text,
  founded partial_date,
  url text,
  about localised
);

-- since empty: a member from the network's start.
CREATE TABLE membership (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  role text NOT NULL CHECK (role IN ('coordinator', 'member')),
  since partial_date,
  until partial_date,
  note localised
);
CREATE INDEX membership_by_municipality ON membership (municipality_id);
CREATE INDEX membership_by_organisation ON membership (organisation_id);

CREATE TABLE donor (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name localised NOT NULL,
  url text,
  through localised,
  note localised
);

CREATE TABLE grant_programme (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  donor_id uuid NOT NULL REFERENCES donor ON DELETE RESTRICT,
  name localised NOT NULL,
  starts partial_date,
  ends partial_date,
  note localised
);
CREATE INDEX grant_programme_by_donor ON grant_programme (donor_id);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  name text NOT NULL
);

-- A public office in a municipality. Where the start of a term is unknown, seen_on says when sources show the person in it;
-- all dates may be unknown.
CREATE TABLE post (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  person_id uuid NOT NULL REFERENCES person ON DELETE RESTRICT,
  municipality_id uuid NOT NULL REFERENCES municipality ON DELETE RESTRICT,
  office text NOT NULL CHECK (office IN ('mayor', 'acting-mayor', 'deputy-mayor', 'council-chair', 'council-secretary')),
  since partial_date,
  until partial_date,
  seen_on partial_date,
  elected_on date,
  note localised
);
CREATE INDEX post_by_municipality ON post (municipality_id);
CREATE INDEX post_by_person ON post (person_id);
