package id.patuh.nightly;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.check.Finding;
import id.patuh.check.GeneratedLog;
import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.Judgement;
import id.patuh.ledger.life.NaiveLedger;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/**
 * A unit whose cases open, go on and close, and which exports them now and then. Beside it what its ledger must say: each case
 * checked for itself every night, from the last export, by the plain check of a file.
 */
final class UnitOfYear {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int CASE = 0;
    private static final int START = 5;
    private static final int END = 6;

    final NaiveLedger ledger = new NaiveLedger();

    private final Random random;
    private final List<String> header;
    /** All rows that the cases will ever have. */
    private final Map<String, List<List<String>>> cases = new LinkedHashMap<>();
    /** The rows of each case in the last export that had it. */
    private final Map<String, List<List<String>>> exported = new TreeMap<>();

    private final Map<String, Violation> seen = new TreeMap<>();
    private final Map<String, String> casesOfSeen = new TreeMap<>();

    /** @param begin when the first of its cases may begin; all begin within some days */
    UnitOfYear(Random random, int size, Instant begin, int days) {
        this.random = random;
        List<List<String>> rows = GeneratedLog.rows(random, size);
        this.header = rows.get(0);
        rows.subList(1, rows.size())
                .forEach(row -> cases.computeIfAbsent(row.get(CASE), id -> new ArrayList<>())
                        .add(row));
        cases.values().forEach(own -> shift(own, begin.plus(Duration.ofDays(random.nextInt(days)))));
    }

    /** By whole weeks, so that working hours stay such. */
    private static void shift(List<List<String>> rows, Instant to) {
        Instant first = rows.stream()
                .map(row -> Instant.parse(row.get(START)))
                .min(Instant::compareTo)
                .orElseThrow();
        long weeks = Math.floorDiv(Duration.between(first, to).toDays(), 7);
        Duration by = Duration.ofDays(7 * weeks);
        for (List<String> row : rows) {
            for (int column : new int[] {START, END}) {
                if (!row.get(column).isEmpty()) {
                    row.set(column, Instant.parse(row.get(column)).plus(by).toString());
                }
            }
        }
    }

    /**
     * Exports some of the cases that have begun.
     *
     * @return the log, or null where there is none this time
     */
    String export(Instant now) {
        List<List<String>> log = new ArrayList<>();
        log.add(header);
        boolean all = random.nextInt(4) == 0;
        for (Map.Entry<String, List<List<String>>> one : cases.entrySet()) {
            List<List<String>> rows = known(one.getValue(), now);
            if (!rows.isEmpty() && (all || random.nextInt(3) == 0)) {
                exported.put(one.getKey(), rows);
                log.addAll(rows);
            }
        }
        return log.size() == 1 ? null : GeneratedLog.text(log);
    }

    private static List<List<String>> known(List<List<String>> rows, Instant now) {
        List<List<String>> known = new ArrayList<>();
        for (List<String> row : rows) {
            if (!Instant.parse(row.get(START)).isAfter(now)) {
                List<String> copy = new ArrayList<>(row);
                if (!row.get(END).isEmpty() && Instant.parse(row.get(END)).isAfter(now)) {
                    copy.set(END, "");
                }
                known.add(copy);
            }
        }
        return known;
    }

    /** Adds a night to the ledger that must be. */
    void judge(Instant asOf, RuleSet rules) {
        Map<String, NaiveLedger.Said> night = new TreeMap<>();
        exported.forEach((caseId, rows) -> judge(caseId, rows, asOf, rules, night));
        ledger.add(night);
    }

    private void judge(
            String caseId, List<List<String>> rows, Instant asOf, RuleSet rules, Map<String, NaiveLedger.Said> night) {
        List<List<String>> log = new ArrayList<>(rows);
        log.add(0, header);
        byte[] bytes = GeneratedLog.text(log).getBytes(StandardCharsets.UTF_8);
        CheckRequest request = new CheckRequest(List.of("-"), asOf, ZONE, null, null);
        try (CheckResult result =
                new ComplianceCheck(rules).run(request, new ByteArrayInputStream(bytes), (path, count) -> {})) {
            for (Finding found : result.findings()) {
                seen.put(found.fingerprint(), found.violation());
                casesOfSeen.put(found.fingerprint(), caseId);
                night.put(
                        found.fingerprint(),
                        new NaiveLedger.Said(Judgement.FOUND, found.violation().severity(), ""));
            }
            List<NotEvaluated> lacks = result.notEvaluated().stream().toList();
            casesOfSeen.forEach((fingerprint, of) -> {
                if (of.equals(caseId) && !night.containsKey(fingerprint)) {
                    boolean lacking = lacks.stream().anyMatch(lack -> concerns(lack, seen.get(fingerprint)));
                    Judgement judgement = lacking ? Judgement.NOT_EVALUATED : Judgement.ABSENT;
                    night.put(fingerprint, new NaiveLedger.Said(judgement, null, null));
                }
            });
        }
    }

    /** Whether what was lacking leaves open whether a violation is still there. */
    private static boolean concerns(NotEvaluated lack, Violation violation) {
        if (!lack.rule().equals(violation.rule())) {
            return false;
        }
        Object[] lacking = parts(lack.missing().subject());
        Object[] found = parts(violation.subject());
        for (int i = 0; i < lacking.length; i++) {
            if (lacking[i] != null && found[i] != null && !Objects.equals(lacking[i], found[i])) {
                return false;
            }
        }
        return true;
    }

    private static Object[] parts(Subject subject) {
        return new Object[] {
            subject.unit(),
            subject.sop(),
            subject.caseId(),
            subject.step(),
            subject.round(),
            subject.constraint(),
            subject.survey(),
            subject.element()
        };
    }
}
