package id.patuh.scope;

/**
 * The right to write for a scope, until somebody else is given it.
 *
 * @param scopeId by which tables know the scope
 * @param scope its name
 * @param fence grows with each holder of the scope: only the last one may write
 */
public record Hold(long scopeId, String scope, long fence) {}
