-- The plan of one cycle: until when each step is to be done before the election that begins a mandate. Days included.
CREATE TABLE cycle (
  mandate_id uuid PRIMARY KEY REFERENCES mandate ON DELETE RESTRICT,
  listen_until date NOT NULL,
  compile_until date NOT NULL,
  contract_until date NOT NULL,
  confront_until date NOT NULL,
  sign_until date NOT NULL,
  election_on date NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CHECK (listen_until <= compile_until AND compile_until <= contract_until AND contract_until <= confront_until
    AND confront_until <= election_on AND sign_until >= contract_until)
);
