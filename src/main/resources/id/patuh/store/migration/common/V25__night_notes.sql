-- What one ought to know of how a file of a night was read: by which mapping of its unit, or why by none.
CREATE TABLE night_file_note (
    file_id BIGINT NOT NULL REFERENCES night_file,
    place INT NOT NULL CHECK (place > 0),
    -- Key of a text, and the values that it names.
    note VARCHAR(100) NOT NULL,
    details VARCHAR NOT NULL,
    PRIMARY KEY (file_id, place)
);
