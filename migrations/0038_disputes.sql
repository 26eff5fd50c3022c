-- A dispute and its decision are two rows of the public record: what is public is never changed. A dispute without a decision
-- is open, and its status contested (features/monitoring/server/contested.ts).
ALTER TABLE dispute
  DROP CONSTRAINT dispute_decision_check,
  DROP COLUMN decided_on,
  DROP COLUMN outcome,
  DROP COLUMN reason;
CREATE INDEX dispute_by_round ON dispute (round_id);

CREATE TABLE dispute_decision (
  id uuid PRIMARY KEY,
  key slug NOT NULL UNIQUE,
  dispute_id uuid NOT NULL UNIQUE REFERENCES dispute ON DELETE RESTRICT,
  decided_on date NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('upheld', 'partly-upheld', 'rejected', 'withdrawn')),
  reason localised NOT NULL
);

ALTER TABLE dispute_notice
  -- Number of the form that was handed out: sent twice, it disputes once.
  ADD COLUMN once uuid NOT NULL UNIQUE,
  -- The version of the status that it disputes: the one in force when it came.
  ADD COLUMN status_version smallint NOT NULL CHECK (status_version > 0),
  ADD COLUMN due_on date NOT NULL,
  ADD COLUMN file_name text NOT NULL DEFAULT '' CHECK (length(file_name) <= 200),
  -- Who let it into the record, or did not.
  ADD COLUMN admitted_by uuid REFERENCES account ON DELETE RESTRICT;
CREATE INDEX dispute_notice_by_state ON dispute_notice (state, due_on);
CREATE INDEX dispute_notice_by_dispute ON dispute_notice (dispute_id);
CREATE INDEX dispute_notice_by_file ON dispute_notice (file_sha256);
