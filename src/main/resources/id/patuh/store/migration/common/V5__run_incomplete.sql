-- Whether something could not be read, or nothing was there to check: counts alone do not tell follow-ups from nothing.
-- Null in runs that were kept before.
ALTER TABLE run ADD COLUMN incomplete BOOLEAN;
