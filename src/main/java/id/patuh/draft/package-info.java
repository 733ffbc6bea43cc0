/** Drafts a mapping for a table of another system: guesses what its columns mean, and says what it is unsure of. */
package id.patuh.draft;
