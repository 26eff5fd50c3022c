-- A forum may be held on priorities that are still being written: each remembers which one it was, and is linked to the
-- contract's when that is frozen.
ALTER TABLE forum_item ADD COLUMN draft_priority_id uuid REFERENCES draft_priority ON DELETE SET NULL;
CREATE INDEX forum_item_by_draft_priority ON forum_item (draft_priority_id);
CREATE INDEX forum_plan_by_mandate ON forum_plan (municipality_id, mandate_id);
