package id.patuh.check;

import static id.patuh.ruleset.OurRules.RULES;

import id.patuh.check.GeneratedCase.Defect;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import id.patuh.violation.SourceTable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Random cases of one SOP as the rows of a table, the header first; every other case has a defect. */
public final class GeneratedLog {

    private static final String PLAN =
            "{\"followUps\":[{\"survey\":\"S\",\"unit\":\"UKPBJ\",\"period\":{\"start\":\"2025-01-01\",\"end\":\"2026-12-31\"},"
                    + "\"plan\":[{\"id\":\"1\",\"element\":\"U1\",\"activity\":\"Loket\",\"quarters\":[\"TW II\"]}]}]}";

    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm").withZone(RuleTrial.ZONE);
    private static final DateTimeFormatter MONTH_FIRST =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm").withZone(RuleTrial.ZONE);

    private GeneratedLog() {}

    /** A log or two whose rows come in any order, some of them unreadable, and maybe other files; contents by name. */
    static Map<String, String> files(Random random) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            List<List<String>> rows = rows(random, 20 + random.nextInt(150));
            if (random.nextInt(4) == 0) {
                slashDates(rows, random);
            }
            disturb(rows, random);
            files.put("log" + i + ".csv", text(rows));
        }
        if (random.nextInt(3) == 0) {
            files.put("plan.json", PLAN);
        }
        if (random.nextInt(4) == 0) {
            files.put(
                    "more.json",
                    "{\"activities\":[{\"case\":\"K-100\",\"sop\":\"B276\",\"step\":1,\"start\":\"2026-03-02 08:00\"}]}");
        }
        return files;
    }

    private static void disturb(List<List<String>> rows, Random random) {
        List<List<String>> body = rows.subList(1, rows.size());
        switch (random.nextInt(4)) {
            // As they are: by case.
            case 0 -> {}
            case 1 -> Collections.shuffle(body, random);
            // By case but for one row, early or late.
            case 2 -> body.add(random.nextInt(body.size()), body.remove(random.nextInt(body.size())));
            default -> body.sort((one, other) -> one.get(5).compareTo(other.get(5)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            damage(rows, random);
        }
        if (random.nextInt(4) == 0) {
            for (int unit = 0; unit < body.size(); unit++) {
                body.get(unit).set(10, unit % 2 == 0 ? "UKPBJ" : "Dinas Kesehatan");
            }
        }
    }

    /** The rows of each case together. */
    public static List<List<String>> rows(Random random, int cases) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                "case", "sop", "step", "role", "person", "start", "end", "inputs", "outputs", "decision", "unit"));
        List<Sop> sops = RULES.sops().all();
        Sop sop = sops.get(random.nextInt(sops.size()));
        SourceTable table = new SourceTable("generated", null);
        for (int i = 0; i < cases; i++) {
            Defect defect = random.nextBoolean() ? null : Defect.values()[random.nextInt(Defect.values().length)];
            GeneratedCase one =
                    new GeneratedCase("K-" + (100 + i), sop, RULES.calendar(sop.calendar()), random, defect, table);
            one.rows.forEach(r -> rows.add(cells(r)));
        }
        return rows;
    }

    private static List<String> cells(ActivityRecord r) {
        return Arrays.asList(
                r.caseId(),
                r.sop(),
                r.step(),
                r.role() == null ? "" : r.role(),
                r.person() == null ? "" : r.person(),
                Instant.ofEpochMilli(r.start()).toString(),
                r.end() == ActivityRecord.RUNNING
                        ? ""
                        : Instant.ofEpochMilli(r.end()).toString(),
                String.join(";", r.inputs()),
                String.join(";", r.outputs()),
                r.decision() == null ? "" : r.decision().name(),
                r.unit() == null ? "" : r.unit());
    }

    /** Writes all times in figures, the day first or the month first, a few of them the other way. */
    static void slashDates(List<List<String>> rows, Random random) {
        boolean dayFirst = random.nextBoolean();
        for (List<String> row : rows.subList(1, rows.size())) {
            for (int column = 5; column <= 6 && !row.get(column).isEmpty(); column++) {
                boolean other = random.nextInt(100) == 0;
                row.set(column, (dayFirst == other ? MONTH_FIRST : DAY_FIRST).format(Instant.parse(row.get(column))));
            }
        }
    }

    /** Makes one of the rows unreadable, in one of many ways. */
    static void damage(List<List<String>> rows, Random random) {
        List<String> row = rows.get(1 + random.nextInt(rows.size() - 1));
        switch (random.nextInt(9)) {
            case 0 -> row.set(0, "");
            case 1 -> row.set(5, "kemarin");
            case 2 -> row.set(2, "abc");
            case 3 -> row.set(6, "2026-13-01 08:00");
            case 4 -> row.set(0, "\"" + row.get(0));
            // What is left might pass for a remark under the table.
            case 6 -> Collections.fill(row.subList(1, row.size()), "");
            case 7 -> {
                String left = row.get(8);
                Collections.fill(row, "");
                row.set(left.isEmpty() ? 3 : 8, left.isEmpty() ? "Kepala" : left);
            }
            case 8 -> {
                Collections.fill(row.subList(1, row.size()), "");
                row.set(5, "kemarin");
            }
            default -> row.set(10, row.get(10) + "|surplus");
        }
    }

    public static String text(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("|", row)).collect(Collectors.joining("\n", "sep=|\n", "\n"));
    }
}
