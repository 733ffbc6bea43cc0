package id.patuh.nightly.digest;

import id.patuh.notice.MailServer;
import id.patuh.notice.SettingProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told what, and how.
 *
 * @param mail the server that takes mails; null where nobody is sent any
 * @param recipients who is told
 * @param dueWithinDays how many days ahead deadlines are told; 7 as a rule
 * @param lines how many lines a heading shows of each unit; 20 as a rule
 * @param answerWithinSeconds how long each answer of a mail server or webhook may take; 30 as a rule
 */
public record DigestSettings(
        MailServer mail, List<Recipient> recipients, int dueWithinDays, int lines, int answerWithinSeconds) {

    /** How many days ahead deadlines are told, if settings do not say. */
    public static final int USUAL_DAYS = 7;
    /** How many lines a heading shows, if settings do not say. */
    public static final int USUAL_LINES = 20;
    /** How long each answer may take, if settings do not say. */
    public static final int USUAL_SECONDS = 30;

    private static final int MOST_DAYS = 366;
    private static final int MOST_LINES = 1_000;
    /** The dozen answers to one mail must come while whoever sends it has it. */
    private static final int MOST_SECONDS = 60;

    public DigestSettings {
        recipients = List.copyOf(recipients);
    }

    /**
     * All that is wrong with them, each by its key; nothing where they can be used.
     *
     * @param key of these settings, before their own
     */
    public List<SettingProblem> problems(String key) {
        List<SettingProblem> problems = new ArrayList<>();
        if (mail != null) {
            problems.addAll(mail.problems(key + ".mail"));
        }
        bound(dueWithinDays, MOST_DAYS, key + ".due-within-days", problems);
        bound(lines, MOST_LINES, key + ".lines", problems);
        bound(answerWithinSeconds, MOST_SECONDS, key + ".answer-within-seconds", problems);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < recipients.size(); i++) {
            Recipient recipient = recipients.get(i);
            String own = key + ".recipients[" + i + "]";
            problems.addAll(recipient.problems(own));
            if (!names.add(recipient.name())) {
                problems.add(new SettingProblem(own + ".name", "setting-recipient-twice", recipient.name()));
            }
            if (recipient.email() != null && mail == null) {
                problems.add(new SettingProblem(own + ".email", "setting-mail-absent", recipient.email()));
            }
        }
        return problems;
    }

    private static void bound(int value, int most, String key, List<SettingProblem> problems) {
        if (value < 1 || value > most) {
            problems.add(new SettingProblem(key, "setting-out-of-bounds", Integer.toString(value)));
        }
    }
}
