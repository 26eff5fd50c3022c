-- People who sign in. Roles are grants: each bound to the network, an organisation or a municipality, from a day to a day.
CREATE TABLE account (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  language text NOT NULL DEFAULT 'sq' CHECK (language IN ('sq', 'en')),
  second_factor boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- An organisation's people act in the municipalities that it is a member for; municipality_id narrows that to one of them.
CREATE TABLE role_grant (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('facilitator', 'monitor', 'editor', 'municipality-contact', 'coordinator', 'administrator')),
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  since date NOT NULL,
  until date,
  granted_by uuid REFERENCES account ON DELETE SET NULL,
  CHECK (until IS NULL OR until >= since),
  CHECK (CASE
    WHEN role IN ('facilitator', 'monitor', 'editor') THEN organisation_id IS NOT NULL
    WHEN role = 'municipality-contact' THEN municipality_id IS NOT NULL AND organisation_id IS NULL
    ELSE organisation_id IS NULL AND municipality_id IS NULL
  END)
);
CREATE INDEX role_grant_by_account ON role_grant (account_id);
CREATE INDEX role_grant_by_organisation ON role_grant (organisation_id);
CREATE INDEX role_grant_by_municipality ON role_grant (municipality_id);
