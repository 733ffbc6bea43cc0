package id.patuh.facts;

import id.patuh.skm.FollowUp;
import id.patuh.skm.FollowUpIdentity;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.SurveyIdentity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What of a file stands or falls as a whole: a later file that holds the same takes its place.
 *
 * @param kind what it is
 * @param key which survey or report it is, whatever its spelling
 * @param survey the survey, as written; null where a report names none
 * @param unit the unit, as written, or null
 * @param service the service, as written, or null
 * @param lists the lists of a report: 1 for a plan, 2 for realisations, 4 for what is unfinished, added up; else 0
 * @param items how many rows it has, those that could not be read among them
 * @param lastDay the last day that it covers; null where it tells none
 */
public record SurveyPart(
        Kind kind, String key, String survey, String unit, String service, int lists, long items, LocalDate lastDay) {

    private static final int PLAN = 1;
    private static final int REALISATIONS = 2;
    private static final int UNFINISHED = 4;

    /** What a part is. */
    public enum Kind {
        /** The responses to a survey. */
        RESPONSES,
        /** A published result. */
        RESULT,
        /** What is said of a survey of which neither stands there. */
        FRAME,
        /** A follow-up report, or some of its lists. */
        REPORT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind named(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static SurveyPart responses(SurveyHeader survey, long rows) {
        return of(Kind.RESPONSES, survey, rows);
    }

    static SurveyPart of(PublishedResult result) {
        return of(
                result.says() ? Kind.RESULT : Kind.FRAME,
                result.survey(),
                Math.max(1, result.elements().size()));
    }

    /** @param file name of the file, by which a report is known that names neither its survey nor its unit and period */
    static SurveyPart of(FollowUpRecord report, String file) {
        FollowUpIdentity identity = FollowUpIdentity.of(report);
        FollowUpRecord.Lost lost = report.lost();
        long planned = report.plan().size() + lost.plan();
        long realised = report.realisations().size() + lost.realisations();
        long open = report.open().size() + lost.open();
        return new SurveyPart(
                Kind.REPORT,
                identity.isNamed() ? key(identity.survey(), identity.unit(), identity.period()) : key(file),
                report.survey(),
                report.unit(),
                null,
                (planned > 0 ? PLAN : 0)
                        + (realised > 0 || report.reportsDone() ? REALISATIONS : 0)
                        + (open > 0 ? UNFINISHED : 0),
                planned + realised + open,
                FollowUp.lawDate(report));
    }

    private static SurveyPart of(Kind kind, SurveyHeader survey, long items) {
        SurveyIdentity identity = SurveyIdentity.of(survey);
        return new SurveyPart(
                kind,
                key(identity.id(), identity.unit(), identity.service()),
                survey.id(),
                survey.unit(),
                survey.service(),
                0,
                items,
                survey.period() == null ? null : survey.period().end());
    }

    private static String key(String... parts) {
        return Sealed.hex(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
    }

    /** This and another one of the same file and key. */
    SurveyPart and(SurveyPart other) {
        return new SurveyPart(
                kind, key, survey, unit, service, lists | other.lists, items + other.items, later(other.lastDay));
    }

    /** Null where either tells no day. */
    private LocalDate later(LocalDate other) {
        return lastDay == null || other == null ? null : lastDay.isBefore(other) ? other : lastDay;
    }

    /**
     * Whether a part of a later file takes its place. What was said of a survey before its responses came gives way to them;
     * a report only to one that has all its lists: realisations alone do not replace a plan.
     */
    boolean givesWayTo(SurveyPart later) {
        boolean sameKind = kind == later.kind || kind == Kind.FRAME && later.kind == Kind.RESPONSES;
        return sameKind && key.equals(later.key) && (lists | later.lists) == later.lists;
    }

    /** Whether it is the same part of another file. */
    boolean isSame(SurveyPart other) {
        return kind == other.kind && key.equals(other.key);
    }
}
