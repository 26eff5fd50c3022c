-- Whether a text in the other language says what the original says. Empty where there is none, or it is not known which of the
-- two is the original. behind: the original was changed since, or nobody has said that the translation is finished.
ALTER TABLE article ADD COLUMN translation text;
ALTER TABLE article ADD CONSTRAINT article_translation_check CHECK (translation IN ('follows', 'behind'));
ALTER TABLE article_version ADD COLUMN translation text;
ALTER TABLE article_version ADD CONSTRAINT article_version_translation_check CHECK (translation IN ('follows', 'behind'));

-- Since when it stands on the shelf no more: its address stays, the catalogue leaves it out.
ALTER TABLE catalogue_item ADD COLUMN withdrawn_on date;

