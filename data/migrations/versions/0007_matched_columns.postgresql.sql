ALTER TABLE upload ADD COLUMN matching JSONB;
ALTER TABLE waiting_file ADD COLUMN matching JSONB;
