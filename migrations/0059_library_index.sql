-- One index for what entries say of themselves and for the words of their files: a search that asks for both reads the entries
-- that meet both, and no others.
DROP INDEX library_entry_words, library_entry_text;
CREATE INDEX library_entry_words ON library_entry USING gin (words, text_words) WITH (fastupdate = off);
