-- A picture that came from another site may still lack its words: it is reviewed when it has them in one language at least.
ALTER TABLE article_draft_picture
  DROP CONSTRAINT article_draft_picture_alt_sq_check,
  DROP CONSTRAINT article_draft_picture_alt_en_check,
  ADD CONSTRAINT article_draft_picture_alt_sq_check CHECK (length(alt_sq) <= 300),
  ADD CONSTRAINT article_draft_picture_alt_en_check CHECK (length(alt_en) <= 300);

-- Pictures that were brought over with an article: one that somebody took out here does not come again.
CREATE TABLE imported_picture (
  draft_id uuid NOT NULL REFERENCES article_draft ON DELETE CASCADE,
  -- Its place among the old site's uploads: '2021/05/sheshi.jpg'.
  path text NOT NULL CHECK (length(path) BETWEEN 1 AND 500),
  PRIMARY KEY (draft_id, path)
);
