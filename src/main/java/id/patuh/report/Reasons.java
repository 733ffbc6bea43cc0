package id.patuh.report;

import id.patuh.engine.RuleProblem;
import id.patuh.intake.RejectedRow;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Why something that was given to the program cannot be used, in words. */
public final class Reasons {

    /** Of input, of rules and changes to them, of the rulebook, of runs, of stored facts and contents, of nights, of
     * messages, of accounts, of scopes, of files handed in, of the database, of the server and of the API; no key stands in two of them. */
    private static final List<String> BUNDLES = List.of(
            "id.patuh.intake.reasons",
            "id.patuh.ruleset.reasons",
            "id.patuh.edit.reasons",
            "id.patuh.rulebook.reasons",
            "id.patuh.ledger.reasons",
            "id.patuh.facts.reasons",
            "id.patuh.vault.reasons",
            "id.patuh.nightly.reasons",
            "id.patuh.notice.reasons",
            "id.patuh.account.reasons",
            "id.patuh.scope.reasons",
            "id.patuh.store.reasons",
            "id.patuh.submission.reasons",
            "id.patuh.web.reasons",
            "id.patuh.web.api.reasons");

    private Reasons() {}

    /** Where a rule set is wrong and why, in one line. */
    public static String of(RuleProblem problem, Language language) {
        return problem.place() + " " + text(problem.reason(), problem.details(), language);
    }

    /** Where something was rejected and why, in one line. */
    public static String of(RejectedRow rejected, Language language) {
        StringBuilder text = new StringBuilder(rejected.path());
        if (rejected.sheet() != null) {
            text.append(", ").append(language.label("sheet")).append(' ').append(rejected.sheet());
        }
        if (rejected.row() != null) {
            text.append(", ").append(language.label("row")).append(' ').append(rejected.row());
        }
        if (rejected.column() != null) {
            text.append(", ").append(language.label("column")).append(' ').append(rejected.column());
        }
        if (rejected.value() != null) {
            text.append(" \"").append(rejected.value()).append('"');
        }
        return text.append(": ").append(Words.reason(rejected, language)).toString();
    }

    /**
     * The reason with this key.
     *
     * @param details values that its text names
     */
    public static String text(String reason, Map<String, String> details, Language language) {
        for (String bundle : BUNDLES) {
            ResourceBundle texts = language.texts(bundle);
            if (texts.containsKey(reason)) {
                return Template.fill(texts.getString(reason), details::get);
            }
        }
        throw new MissingResourceException("no reason " + reason, Reasons.class.getName(), reason);
    }
}
