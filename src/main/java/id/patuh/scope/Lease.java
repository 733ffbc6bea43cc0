package id.patuh.scope;

import java.time.Instant;

/**
 * Who holds a scope.
 *
 * @param holder by which people know it, as a machine and a process
 * @param until when others may take it, unless it is renewed; by the clock of the database
 */
public record Lease(String holder, Instant until) {}
