package id.patuh.report;

import id.patuh.check.Matter;
import id.patuh.intake.InputFile;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every form of a report shows, in the words of one language. All forms are made of it, so that none can tell more or
 * less than another. What may be millions is gone through, any number of times, and never held.
 */
public interface ReportContent {

    /** The language of all its words. */
    Language language();

    /** What was checked, and by what. */
    Head head();

    /** Files read, once for each kind of content found in them. */
    List<Input> inputs();

    /** Files passed over in searched folders. */
    List<String> skipped();

    /** What it came to as a whole. */
    Summary summary();

    /** Violations in order: those of a case stand together. */
    Iterable<WordedViolation> violations();

    /** Scores of surveys. */
    List<WordedGrade> grades();

    /** The lowest unsur of each survey. */
    List<RankedUnsur> priorities();

    /** Rules whose facts were missing, by rule. */
    Iterable<Lack> notEvaluated();

    /** What could not be read. */
    Iterable<Rejection> rejected();

    /**
     * What was checked, and by what.
     *
     * @param program version of patuh
     * @param asOf the moment that deadlines were judged by
     * @param zone in which times are shown
     */
    record Head(Matter matter, String program, Instant asOf, ZoneId zone, RuleSetName ruleSet) {}

    /**
     * A rule set.
     *
     * @param sha256 of its content, in hexadecimal
     */
    record RuleSetName(String name, String version, String sha256) {}

    /**
     * A file with one kind of what it holds.
     *
     * @param path as the user named it, {@code -} for standard input
     * @param kind null when nothing was recognised
     * @param sha256 of its bytes; null when it could not be opened
     * @param rows rows read, the rejected ones included
     * @param rejected rows rejected
     * @param notes what its user ought to know of it
     */
    record Input(String path, InputFile.Kind kind, String sha256, int rows, int rejected, List<String> notes) {

        public Input {
            notes = List.copyOf(notes);
        }
    }

    /**
     * What a check came to as a whole.
     *
     * @param cases how many cases
     * @param activities how many activities
     * @param surveys how many surveys
     * @param definitions how many SOP definitions
     * @param followUps how many rows of follow-up reports could be read
     * @param bySeverity how many violations of each severity; every severity has an entry
     * @param byRule how many violations of each rule that found any, by id
     * @param incomplete whether something could not be read, or nothing was there to check
     */
    record Summary(
            long cases,
            long activities,
            long surveys,
            long definitions,
            long followUps,
            Map<Severity, Long> bySeverity,
            SortedMap<String, Long> byRule,
            Verdict verdict,
            boolean incomplete) {

        public Summary {
            bySeverity = Collections.unmodifiableMap(new EnumMap<>(bySeverity));
            byRule = Collections.unmodifiableSortedMap(new TreeMap<>(byRule));
        }

        /** How many violations of all severities. */
        public long violations() {
            return bySeverity.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * One of the lowest unsur of a survey.
     *
     * @param survey id of the survey
     * @param unit the unit, or null
     * @param service the service, or null
     * @param rank 1 is the lowest; equals share a rank
     * @param code number in the regulation's order
     * @param name official name
     * @param mean NRR on the scale 1 to 4
     * @param tied whether it ties with others at the cut
     * @param reasons why it may be low
     */
    record RankedUnsur(
            String survey,
            String unit,
            String service,
            int rank,
            String code,
            String name,
            BigDecimal mean,
            boolean tied,
            List<String> reasons) {

        public RankedUnsur {
            reasons = List.copyOf(reasons);
        }

        /** The survey, unit and service that it is of, as {@link WordedGrade#graded} names them. */
        public String graded() {
            return WordedGrade.graded(survey, unit, service);
        }
    }

    /**
     * A rule that could not be evaluated.
     *
     * @param rule its id
     * @param subject for what
     * @param said the same in words, and why
     */
    record Lack(String rule, Subject subject, LackText.Said said) {}

    /**
     * Input that could not be read.
     *
     * @param path the file as the user named it
     * @param sheet the sheet of a workbook, or the list within a JSON document, or null
     * @param row from 1; null for the whole file
     * @param column as the file spells it, or null
     * @param value what stands there, or null
     * @param reason why it could not be read
     */
    record Rejection(String path, String sheet, Integer row, String column, String value, String reason) {}
}
