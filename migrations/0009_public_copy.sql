-- What was put in is kept as it came, sealed; what the public gets is a copy made from it (see src/server/files).
-- A file is public if, and only if, it stands here as a copy.
CREATE TABLE public_copy (
  original_sha256 text PRIMARY KEY REFERENCES file (sha256) ON DELETE RESTRICT,
  copy_sha256 text NOT NULL REFERENCES file (sha256) ON DELETE RESTRICT,
  made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX public_copy_by_copy ON public_copy (copy_sha256);
