/** The database that outlives a run: where it is, its tables, and transactions over it. Knows nothing of what is kept. */
package id.patuh.store;
