package id.patuh.nightly.digest;

import id.patuh.notice.Endpoint;
import id.patuh.notice.MailServer;
import id.patuh.notice.SettingProblem;
import id.patuh.report.Language;
import id.patuh.wording.Wording;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is told what nights came to.
 *
 * @param name by which settings and the outbox know whoever it is
 * @param email address; null for no mails
 * @param webhook where a program takes messages; null for none
 * @param language of the messages
 * @param zone in which they show times
 * @param units names of units, or of inboxes, that are told of; none for all
 */
public record Recipient(
        String name, String email, Endpoint webhook, Language language, ZoneId zone, List<String> units) {

    private static final int LONGEST_NAME = 200;

    public Recipient {
        units = List.copyOf(units);
    }

    /** Whether whatever is of a unit, in an inbox, is told. */
    boolean receives(String unit, String scope) {
        return units.isEmpty() || units.stream().anyMatch(own -> isSame(own, unit) || isSame(own, scope));
    }

    private static boolean isSame(String one, String other) {
        return Wording.normalise(one).equals(Wording.normalise(other));
    }

    /** All that is wrong; nothing where it can be used. */
    List<SettingProblem> problems(String key) {
        List<SettingProblem> problems = new ArrayList<>();
        if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
            problems.add(new SettingProblem(key + ".name", "setting-recipient-name", name));
        }
        if (email == null && webhook == null) {
            problems.add(new SettingProblem(key, "setting-no-channel", name));
        }
        if (email != null) {
            problems.addAll(MailServer.addressProblems(key + ".email", email));
        }
        if (webhook != null) {
            problems.addAll(webhook.problems(key + ".webhook"));
        }
        if (units.stream().anyMatch(String::isBlank)) {
            problems.add(new SettingProblem(key + ".units", "setting-unit-empty", name));
        }
        return problems;
    }
}
