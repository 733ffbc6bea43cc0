package id.patuh.nightly;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.check.Finding;
import id.patuh.check.GeneratedLog;
import id.patuh.check.NotEvaluated;
import id.patuh.ledger.life.Group;
import id.patuh.ruleset.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A unit whose cases open, go on and close, and which exports them now and then. Beside it what its ledger must say: each case
 * checked for itself every night, from the last export, by the plain check of a file; so are its surveys, all together.
 */
final class UnitOfYear {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int CASE = 0;
    private static final int START = 5;
    private static final int END = 6;
    private static final int UNIT = 10;
    private static final List<String> UNITS = List.of("Unit Uji", "Bidang Data");

    final LedgerOfYear ledger = new LedgerOfYear();
    final LacksOfYear lacks = new LacksOfYear();
    final WaiversOfYear waivers;
    final OutcomesOfYear outcomes;

    private final Random random;
    private final List<String> header;
    /** All rows that the cases will ever have. */
    private final Map<String, List<List<String>>> cases = new LinkedHashMap<>();
    /** The rows of each case in the last export that had it. */
    private final Map<String, List<List<String>>> exported = new TreeMap<>();

    private final SurveysOfYear surveys;
    private int firstNightWithFacts = Integer.MAX_VALUE;

    /**
     * @param begin when the first of its cases may begin; all begin within some days
     * @param folder its own
     */
    UnitOfYear(
            Random random,
            int size,
            Instant begin,
            int days,
            Path folder,
            WaiversOfYear waivers,
            OutcomesOfYear outcomes)
            throws IOException {
        this.random = random;
        this.waivers = waivers;
        this.outcomes = outcomes;
        LocalDate later = LocalDate.ofInstant(begin, ZONE).plusDays(days);
        this.surveys = new SurveysOfYear(random, folder, UNITS, later);
        List<List<String>> rows = GeneratedLog.rows(random, size);
        this.header = rows.get(0);
        rows.subList(1, rows.size())
                .forEach(row -> cases.computeIfAbsent(row.get(CASE), id -> new ArrayList<>())
                        .add(row));
        cases.values().forEach(own -> {
            shift(own, begin.plus(Duration.ofDays(random.nextInt(days))));
            String unit = UNITS.get(random.nextInt(UNITS.size()));
            own.forEach(row -> row.set(UNIT, unit));
        });
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
        if (log.size() == 1) {
            return null;
        }
        noteExport();
        return GeneratedLog.text(log);
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

    /** Exports something of a survey or its follow-up. */
    String exportSurveys() throws IOException {
        noteExport();
        return surveys.export();
    }

    private void noteExport() {
        if (firstNightWithFacts == Integer.MAX_VALUE) {
            firstNightWithFacts = ledger.nights() + 1;
        }
    }

    /** Number of the first night that has anything to judge. */
    int firstNightWithFacts() {
        return firstNightWithFacts;
    }

    /** Adds a night to the ledger that must be. */
    void judge(Instant asOf, RuleSet rules) {
        if (!surveys.files().isEmpty()) {
            judgeSurveys(asOf, rules);
        }
        exported.forEach((caseId, rows) -> judge(caseId, rows, asOf, rules));
        ledger.endNight();
        lacks.endNight();
    }

    private void judgeSurveys(Instant asOf, RuleSet rules) {
        try (CheckResult result = check(surveys.files(), "", asOf, rules)) {
            Map<Boolean, List<Finding>> found = result.findings().stream()
                    .collect(Collectors.partitioningBy(
                            one -> isOfFollowUps(one.violation().rule())));
            Map<Boolean, List<NotEvaluated>> lacking =
                    result.notEvaluated().stream().collect(Collectors.partitioningBy(one -> isOfFollowUps(one.rule())));
            ledger.say("surveys", found.get(false), lacking.get(false));
            ledger.say("follow-ups", found.get(true), lacking.get(true));
            lacks.say(Group.SURVEYS, surveys.version(), lacking.get(false));
            lacks.say(Group.FOLLOW_UPS, surveys.version(), lacking.get(true));
        }
    }

    private static boolean isOfFollowUps(String rule) {
        return rule.startsWith("rtl-");
    }

    /** Limits of a case may be counted by the plans of reports. */
    private void judge(String caseId, List<List<String>> rows, Instant asOf, RuleSet rules) {
        List<List<String>> log = new ArrayList<>(rows);
        log.add(0, header);
        List<String> paths = new ArrayList<>(surveys.reports());
        paths.add("-");
        try (CheckResult result = check(paths, GeneratedLog.text(log), asOf, rules)) {
            List<NotEvaluated> lacking = result.notEvaluated().stream()
                    .filter(one -> one.missing().subject().survey() == null)
                    .toList();
            ledger.say(
                    caseId,
                    result.findings().stream()
                            .filter(found -> found.violation().subject().caseId() != null)
                            .toList(),
                    lacking);
            lacks.say(Group.ofCase(caseId), rows, lacking);
        }
    }

    private static CheckResult check(List<String> paths, String log, Instant asOf, RuleSet rules) {
        CheckRequest request = new CheckRequest(paths, asOf, ZONE, null, null);
        InputStream in = new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8));
        return new ComplianceCheck(rules).run(request, in, (path, count) -> {});
    }
}
