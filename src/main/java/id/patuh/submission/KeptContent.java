package id.patuh.submission;

import id.patuh.check.Matter;
import id.patuh.report.Language;
import id.patuh.report.PackedJson;
import id.patuh.report.ReportContent;
import id.patuh.report.ViolationText;
import id.patuh.report.WordedGrade;
import id.patuh.report.WordedViolation;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.submission.ResultTables.KeptViolation;
import id.patuh.submission.ResultTables.Part;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntFunction;

/** What reports and pages show of a result that was kept, read from the database as it is gone through. */
public final class KeptContent implements ReportContent {

    private static final int ROWS_AT_A_TIME = 500;

    private final Store store;
    private final long submission;
    private final Language language;
    private final Overall overall;

    /** What was checked and what it came to: kept as one. */
    record Overall(
            Matter matter,
            String program,
            String asOf,
            String zone,
            RuleSetName ruleSet,
            Summary summary,
            Groups groups) {

        static Overall of(ReportContent content, Groups groups) {
            Head head = content.head();
            return new Overall(
                    head.matter(),
                    head.program(),
                    head.asOf().toString(),
                    head.zone().getId(),
                    head.ruleSet(),
                    content.summary(),
                    groups);
        }

        private Head head() {
            return new Head(matter, program, Instant.parse(asOf), ZoneId.of(zone), ruleSet);
        }
    }

    /** @param submission the number of one that is done */
    KeptContent(Store store, long submission, Language language) {
        this.store = store;
        this.submission = submission;
        this.language = language;
        byte[] packed = store.read(transaction -> transaction.find(
                        "SELECT result FROM submission WHERE id = ?", row -> row.getBytes("result"), submission))
                .orElseThrow();
        this.overall = PackedJson.read(packed, Overall.class);
        if (overall == null) {
            throw new SubmissionException("submission-damaged", Map.of());
        }
    }

    /** A violation and its number in its result, from 1. */
    public record Numbered(int number, WordedViolation violation) {}

    @Override
    public Language language() {
        return language;
    }

    @Override
    public Head head() {
        return overall.head();
    }

    @Override
    public Summary summary() {
        return overall.summary();
    }

    @Override
    public List<Input> inputs() {
        return all(Part.INPUTS, Input[].class);
    }

    @Override
    public List<String> skipped() {
        return all(Part.SKIPPED, String[].class);
    }

    @Override
    public List<WordedGrade> grades() {
        return all(Part.GRADES, WordedGrade[].class);
    }

    @Override
    public List<RankedUnsur> priorities() {
        return all(Part.PRIORITIES, RankedUnsur[].class);
    }

    @Override
    public Iterable<Lack> notEvaluated() {
        return entries(Part.NOT_EVALUATED, Lack[].class);
    }

    @Override
    public Iterable<Rejection> rejected() {
        return entries(Part.REJECTED, Rejection[].class);
    }

    /** How many pages of rejected rows there are; 0 where none was rejected. */
    public int rejectedPages() {
        return read(tables -> tables.places(language, Part.REJECTED));
    }

    /** A page of rejected rows, from 1; empty behind the last one. */
    public List<Rejection> rejectedOn(int page) {
        Rejection[] some = read(tables -> tables.entries(language, Part.REJECTED, page, Rejection[].class));
        return some == null ? List.of() : List.of(some);
    }

    @Override
    public Iterable<WordedViolation> violations() {
        return () -> new Iterator<>() {
            private Iterator<Numbered> some = List.<Numbered>of().iterator();
            private int last;

            @Override
            public boolean hasNext() {
                if (!some.hasNext()) {
                    some = violations(ViolationFilter.ALL, last, ROWS_AT_A_TIME).iterator();
                }
                return some.hasNext();
            }

            @Override
            public WordedViolation next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Numbered next = some.next();
                last = next.number();
                return next.violation();
            }
        };
    }

    /**
     * Some violations, in order.
     *
     * @param behind the number of the last one before them, or 0
     * @param most how many at most
     */
    public List<Numbered> violations(ViolationFilter filter, int behind, int most) {
        return read(tables -> tables.violations(filter, behind, most)).stream()
                .map(this::worded)
                .toList();
    }

    /** How many violations are asked for; without counting them where they are all, or all of a rule or severity. */
    public long count(ViolationFilter filter) {
        return filter.known(overall.summary()).orElseGet(() -> counted(filter));
    }

    private long counted(ViolationFilter filter) {
        return read(tables -> tables.count(filter));
    }

    /** The violation of that number; empty where there is none. */
    public Optional<Numbered> violation(int number) {
        return read(tables -> tables.violation(number)).map(this::worded);
    }

    /** Which units and SOPs violations are of. */
    public Groups groups() {
        return overall.groups();
    }

    private Numbered worded(KeptViolation kept) {
        ViolationText text = kept.text();
        return new Numbered(
                kept.place(),
                new WordedViolation(
                        kept.fingerprint(),
                        kept.rule(),
                        kept.severity(),
                        text.subject(),
                        text.in(language),
                        text.evidence()));
    }

    private <T> List<T> all(Part part, Class<T[]> type) {
        List<T> all = new ArrayList<>();
        entries(part, type).forEach(all::add);
        return all;
    }

    private <T> Iterable<T> entries(Part part, Class<T[]> type) {
        IntFunction<T[]> at = place -> read(tables -> tables.entries(language, part, place, type));
        return () -> new Iterator<>() {
            private T[] some = at.apply(1);
            private int place = 1;
            private int next;

            @Override
            public boolean hasNext() {
                if (some != null && next == some.length) {
                    place++;
                    next = 0;
                    some = at.apply(place);
                }
                return some != null;
            }

            @Override
            public T next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return some[next++];
            }
        };
    }

    @FunctionalInterface
    private interface Question<T> {
        T to(ResultTables tables) throws SQLException;
    }

    private <T> T read(Question<T> question) {
        Transaction.Work<T> work = transaction -> question.to(new ResultTables(transaction, submission));
        return store.read(work);
    }
}
