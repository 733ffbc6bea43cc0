-- Cases of a file whose number also stands for cases of other units or SOPs, which stay beside them.
ALTER TABLE night_file ADD COLUMN shared BIGINT DEFAULT 0 NOT NULL;
