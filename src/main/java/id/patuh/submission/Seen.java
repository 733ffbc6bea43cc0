package id.patuh.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which submissions somebody sees: what he tried himself, and what was handed in for units.
 *
 * @param account who looks
 * @param scopes the units that he sees; null for all
 */
public record Seen(String account, Collection<String> scopes) {

    public Seen {
        scopes = scopes == null ? null : List.copyOf(scopes);
    }

    /** Whether a submission is among them. */
    public boolean has(Submission submission) {
        String scope = submission.order().scope();
        return scope == null ? submission.order().account().equals(account) : scopes == null || scopes.contains(scope);
    }

    /** The same for the database. */
    String condition() {
        if (scopes == null) {
            return "(scope IS NOT NULL OR account = ?)";
        }
        return scopes.isEmpty()
                ? "(scope IS NULL AND account = ?)"
                : "(scope IS NULL AND account = ? OR scope IN ("
                        + String.join(", ", scopes.stream().map(s -> "?").toList()) + "))";
    }

    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        parameters.add(account);
        if (scopes != null) {
            parameters.addAll(scopes);
        }
        return parameters;
    }
}
