-- That each file is taken once, however it is read; H2 has named it by itself.
ALTER TABLE fact_file DROP CONSTRAINT constraint_57d6;
