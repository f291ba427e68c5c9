ALTER TABLE upload ADD COLUMN matching TEXT;
ALTER TABLE waiting_file ADD COLUMN matching TEXT;
