-- What is handed in for a unit goes into its facts, and its ledger.

-- The run that judged it; null where it is only tried, and before.
ALTER TABLE submission ADD COLUMN run_id BIGINT REFERENCES life_run;
-- Why one that waits is not begun, as its unit is worked on by somebody else, and until when nobody tries again.
ALTER TABLE submission ADD COLUMN waits_for VARCHAR(100);
ALTER TABLE submission ADD COLUMN not_before TIMESTAMP(6) WITH TIME ZONE;

-- What taking the file into the facts of the unit came to, packed; null where it was not taken.
ALTER TABLE submission_file ADD COLUMN taken ${bytes};
