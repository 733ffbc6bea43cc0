package id.patuh.web.frame;

import id.patuh.report.GradeText;
import id.patuh.report.LackText;
import id.patuh.report.Language;
import id.patuh.report.Numbers;
import id.patuh.report.Place;
import id.patuh.report.Reasons;
import id.patuh.report.ReportContent;
import id.patuh.report.SubjectWords;
import id.patuh.report.ViolationText;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Values as pages show them, in the language of whoever looks. */
public final class Shown {

    private static final int FIRST = 100;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Language language;
    private final ZoneId zone;

    /** @param zone of moments that have none of their own */
    Shown(Language language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
    }

    /** The zone of moments that have none of their own, as people call it. */
    public String zone() {
        String name = zone.getDisplayName(TextStyle.SHORT, language.locale());
        return name.equals(zone.getId()) ? name : name + " (" + zone.getId() + ")";
    }

    /** A date and a time to the minute. */
    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    /** The last day of what is over at a moment. */
    public String lastDay(Instant end) {
        return end.minusNanos(1).atZone(zone).toLocalDate().toString();
    }

    /** The same in a zone, which is named. */
    public String momentIn(Instant at, ZoneId its) {
        return MOMENT.format(at.atZone(its)) + " (" + its.getId() + ")";
    }

    /** A number with its thousands apart, as people write it in the language. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A figure with the decimals that it has. */
    public String number(BigDecimal number) {
        return Numbers.of(number, language);
    }

    /** A text that reports have, too. */
    public String label(String key) {
        return language.label(key);
    }

    /** What a record says in the language. */
    public ViolationText.Said said(ViolationText text) {
        return text.in(language);
    }

    /** Why a survey has no grade, in the language; null where it has one. */
    public String said(GradeText text) {
        return text.reason(language);
    }

    /** What was lacking, in the language. */
    public LackText.Said said(LackText text) {
        return text.in(language);
    }

    /** What a violation is about. */
    public String subject(Subject subject) {
        return SubjectWords.of(subject, language);
    }

    /** Where something was rejected. */
    public String place(ReportContent.Rejection rejected) {
        return Place.of(rejected, language);
    }

    /** Why something could not be done. */
    public String reason(String key, Map<String, String> details) {
        return Reasons.text(key, details, language);
    }

    /** The first of what may be millions. */
    public <T> List<T> first(Iterable<T> all) {
        List<T> first = new ArrayList<>();
        for (Iterator<T> each = all.iterator(); each.hasNext() && first.size() < FIRST; ) {
            first.add(each.next());
        }
        return first;
    }
}
