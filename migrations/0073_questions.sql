-- A question to everyone is told once, in the letter of the day; told_at says that it was. closed_at: whoever asked needs no
-- more answers.
ALTER TABLE member_question
  ADD COLUMN told_at timestamptz,
  ADD COLUMN closed_at timestamptz;
UPDATE member_question SET told_at = asked_at;
CREATE INDEX member_question_untold ON member_question (asked_at) WHERE told_at IS NULL;
