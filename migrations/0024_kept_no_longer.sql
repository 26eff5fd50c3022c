-- What is not kept longer than it is of use: the words of mail, and how often an address on the net has asked. And who
-- reviewed a need, so that it can be told where that is who wrote it down.

ALTER TABLE mail_outbox
  -- Until when a link in the text opens something: the text goes as soon as it is sent, and at the latest then.
  ADD COLUMN secret_until timestamptz,
  ADD COLUMN blanked_at timestamptz,
  ADD CONSTRAINT mail_outbox_blank CHECK (blanked_at IS NULL OR body_text = '');
UPDATE mail_outbox SET body_text = '', blanked_at = now() WHERE sent_at IS NOT NULL;
CREATE INDEX mail_outbox_unblanked ON mail_outbox (queued_at) WHERE blanked_at IS NULL;

-- How much each address may still ask for: a token bucket, shared by all processes. The address stands here as a keyed hash,
-- for a day at most.
CREATE TABLE rate_bucket (
  subject bytea PRIMARY KEY CHECK (length(subject) = 32),
  tokens double precision NOT NULL CHECK (tokens >= 0),
  is_allowed boolean NOT NULL,
  asked_at timestamptz NOT NULL
);
CREATE INDEX rate_bucket_by_age ON rate_bucket (asked_at);

ALTER TABLE voiced_need ADD COLUMN reviewed_by uuid REFERENCES account ON DELETE SET NULL;
