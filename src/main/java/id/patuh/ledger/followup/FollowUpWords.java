package id.patuh.ledger.followup;

import id.patuh.report.Language;
import id.patuh.report.Numbers;
import id.patuh.report.Printable;
import id.patuh.report.Template;
import java.math.BigDecimal;
import java.util.Map;

/** The words of the ledger of follow-up. */
final class FollowUpWords {

    private final Language language;

    FollowUpWords(Language language) {
        this.language = language;
    }

    String label(String key) {
        return language.label("follow-up." + key);
    }

    String text(String key, Map<String, ?> values) {
        return Template.fill(label(key), name -> String.valueOf(values.get(name)));
    }

    String number(BigDecimal number) {
        return Numbers.of(number, language);
    }

    /** What became of its unsur, and why that cannot be told. */
    String effect(Effect effect) {
        String reason = effect.reason() == null
                ? ""
                : " (" + label("reason." + effect.reason().word()) + ")";
        return label("effect." + effect.outcome().word()) + reason;
    }

    /** Adds a line that cannot pass for anything else. */
    static void line(StringBuilder text, String line) {
        text.append(Printable.of(line).stripTrailing()).append('\n');
    }
}
