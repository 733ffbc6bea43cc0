-- Cases of a file whose number also stands for cases of other units or SOPs, which stay beside them.
ALTER TABLE night_file ADD COLUMN shared BIGINT DEFAULT 0 NOT NULL;

-- A waiver of a case may say whose it is.
ALTER TABLE waiver DROP CONSTRAINT covers_one_thing;
ALTER TABLE waiver ADD CONSTRAINT covers_one_thing CHECK
    (CASE WHEN fingerprint IS NOT NULL THEN case_id IS NULL AND unit IS NULL AND rule IS NULL
          ELSE case_id IS NOT NULL OR (unit IS NOT NULL AND rule IS NOT NULL) END);
