/** Contents of files, each once by its hash, in a folder or in the database. */
package id.patuh.vault;
