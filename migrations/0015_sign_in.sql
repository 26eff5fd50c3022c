-- How people prove who they are. Secrets stand here as hashes, or sealed with the installation's key (AUTH_SECRET).

-- A way of signing in: a password, or an identity at the network's own provider (OpenID Connect).
CREATE TABLE credential (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  provider text NOT NULL CHECK (length(provider) BETWEEN 1 AND 100),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 500),
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider, subject)
);
-- An address at the provider may be given to someone else: their new subject does not get the account of the first.
CREATE UNIQUE INDEX credential_by_account ON credential (account_id, provider);

-- A session. One that was ended is kept until it would have expired, so that what is sent from it afterwards is known to
-- be its owner's.
CREATE TABLE sign_in (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  way text NOT NULL DEFAULT 'password' CHECK (way IN ('password', 'link', 'passkey', 'provider')),
  second_factor_at timestamptz,
  -- What the browser says it is, for the list of one's own sessions; no address is kept.
  user_agent text CHECK (length(user_agent) <= 1000),
  ip_address text CHECK (ip_address = ''),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
CREATE INDEX sign_in_by_account ON sign_in (account_id);
CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

-- What a sign-in at a provider must remember between going there and coming back.
CREATE TABLE sign_in_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX sign_in_verification_by_identifier ON sign_in_verification (identifier);

-- A link sent by mail, or told by `pop user add`. Works once and not for long.
CREATE TABLE account_link (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'password', 'email')),
  token_hash bytea NOT NULL UNIQUE,
  -- The address that is confirmed by using the link: the account's, or the one it is to have.
  email text NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX account_link_by_account ON account_link (account_id);

-- An app that shows a new code every half minute (TOTP). Not in force before its first code was given.
CREATE TABLE authenticator (
  account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
  sealed_key text NOT NULL,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: a code works once.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE CHECK (length(credential_id) <= 1400),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  transports text[] NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
CREATE INDEX passkey_by_account ON passkey (account_id);

-- What browsers have signed with a passkey, so that each works once.
CREATE TABLE passkey_challenge (
  challenge text PRIMARY KEY CHECK (length(challenge) <= 200),
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge (expires_at);

-- Tries of one account, whether it exists or not: subject is a hash of what was tried.
CREATE TABLE sign_in_attempt (
  subject bytea PRIMARY KEY,
  tries integer NOT NULL CHECK (tries > 0),
  since timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_by_start ON sign_in_attempt (since);

-- An invitation to an account and a role. It ends when it is taken up, taken back or expired.
CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  token_hash bytea NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('facilitator', 'monitor', 'editor', 'municipality-contact', 'coordinator', 'administrator')),
  organisation_id uuid REFERENCES organisation ON DELETE RESTRICT,
  municipality_id uuid REFERENCES municipality ON DELETE RESTRICT,
  -- When the role is to end.
  until date,
  invited_by uuid REFERENCES account ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  CHECK (CASE
    WHEN role IN ('facilitator', 'monitor', 'editor') THEN organisation_id IS NOT NULL
    WHEN role = 'municipality-contact' THEN municipality_id IS NOT NULL AND organisation_id IS NULL
    ELSE organisation_id IS NULL AND municipality_id IS NULL
  END)
);
CREATE INDEX invitation_by_email ON invitation (email);
CREATE INDEX invitation_by_organisation ON invitation (organisation_id);
CREATE INDEX invitation_by_municipality ON invitation (municipality_id);
CREATE INDEX invitation_by_inviter ON invitation (invited_by);
CREATE INDEX invitation_by_creation ON invitation (created_at);

-- A form that was sent from a session that had ended: kept for its author to send again after signing in.
CREATE TABLE kept_form (
  token_hash bytea PRIMARY KEY,
  -- Whose session it was: nobody else is shown it.
  account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
  action text NOT NULL CHECK (length(action) <= 1000),
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
  has_files boolean NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX kept_form_by_account ON kept_form (account_id);
CREATE INDEX kept_form_by_expiry ON kept_form (expires_at);
CREATE INDEX role_grant_by_granter ON role_grant (granted_by);

-- That someone asked for a link, or for an account. Taken up by a job, so that whoever asks waits the same time whether the
-- address has an account or not; gone then.
CREATE TABLE link_request (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  purpose text NOT NULL CHECK (purpose IN ('sign-in', 'password', 'sign-up')),
  name text CHECK (length(name) BETWEEN 1 AND 200),
  language text NOT NULL CHECK (language IN ('sq', 'en')),
  created_at timestamptz NOT NULL,
  CHECK ((purpose = 'sign-up') = (name IS NOT NULL))
);
