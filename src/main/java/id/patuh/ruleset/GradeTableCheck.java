package id.patuh.ruleset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.patuh.engine.RuleProblem;
import id.patuh.skm.Regulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the grade tables give every index of a regulation's scale one grade: a gap would leave surveys without a
 * grade, an overlap would give them two.
 */
final class GradeTableCheck {

    private static final BigDecimal STEP = new BigDecimal("0.01");
    private static final BigDecimal TO_PERCENT = BigDecimal.valueOf(25);
    private static final BigDecimal HIGHEST_MEAN = BigDecimal.valueOf(4);

    private final List<RuleProblem> problems = new ArrayList<>();
    private final Map<String, List<Band>> byRegulation = new HashMap<>();

    private record Band(String file, int line, BigDecimal from, BigDecimal until, String grade) {}

    /** Which column of a table holds what, by the templates in its head. */
    private record Columns(int regulation, int from, int until, int grade) {

        boolean complete() {
            return regulation >= 0 && from >= 0 && until >= 0 && grade >= 0;
        }
    }

    /** What is wrong with the tables of the folder. */
    static List<RuleProblem> problems(RuleSetFiles files, List<Regulation> regulations) {
        GradeTableCheck check = new GradeTableCheck();
        for (String path : files.paths("tables", ".drl.csv")) {
            if (files.text(path).contains("GradeQuery")) {
                check.read(path, files.text(path));
            }
        }
        regulations.forEach(check::check);
        return check.problems;
    }

    private void read(String file, String text) {
        Columns columns = null;
        boolean head = true;
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord row : rows) {
                if (columns == null) {
                    Columns here = columns(row);
                    columns = here.complete() ? here : null;
                } else if (head) {
                    // The line under the templates names the columns for people.
                    head = false;
                } else if (!row.getField(0).isBlank()) {
                    band(file, row, columns);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        if (columns == null) {
            problems.add(RuleProblem.of(file, "grade-columns-absent", Map.of()));
        }
    }

    private static Columns columns(CsvRecord row) {
        int[] found = {-1, -1, -1, -1};
        for (int i = 0; i < row.getFieldCount(); i++) {
            String template = row.getField(i).replace(" ", "");
            if (template.startsWith("regulation==")) {
                found[0] = i;
            } else if (template.startsWith("index>=")) {
                found[1] = i;
            } else if (template.startsWith("index<=")) {
                found[2] = i;
            } else if (template.contains(".grade(")) {
                found[3] = i;
            }
        }
        return new Columns(found[0], found[1], found[2], found[3]);
    }

    private void band(String file, CsvRecord row, Columns columns) {
        int line = (int) row.getStartingLineNumber();
        BigDecimal from = number(file, line, field(row, columns.from()));
        BigDecimal until = number(file, line, field(row, columns.until()));
        if (from == null || until == null) {
            return;
        }
        if (until.compareTo(from) < 0) {
            problems.add(RuleProblem.at(
                    file, line, "band-reversed", Map.of("from", from.toPlainString(), "until", until.toPlainString())));
            return;
        }
        byRegulation
                .computeIfAbsent(field(row, columns.regulation()), r -> new ArrayList<>())
                .add(new Band(
                        file, line, from, until, field(row, columns.grade()).replaceFirst(",.*", "")));
    }

    private static String field(CsvRecord row, int column) {
        return column < row.getFieldCount() ? row.getField(column).strip() : "";
    }

    private BigDecimal number(String file, int line, String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            problems.add(new RuleProblem(file, line, 0, null, text, "not-number", Map.of()));
            return null;
        }
    }

    private void check(Regulation regulation) {
        List<Band> bands = byRegulation.getOrDefault(regulation.id(), List.of()).stream()
                .sorted(Comparator.comparing(Band::from))
                .toList();
        if (bands.isEmpty()) {
            problems.add(RuleProblem.of("tables", "grade-table-absent", Map.of("regulation", regulation.id())));
            return;
        }
        String file = bands.get(0).file();
        if (problems.stream().anyMatch(p -> p.file().equals(file))) {
            return;
        }
        BigDecimal next =
                regulation.min().multiply(TO_PERCENT).multiply(HIGHEST_MEAN).divide(regulation.max());
        Set<String> grades = new HashSet<>();
        for (Band band : bands) {
            if (band.from().compareTo(next) > 0) {
                add(band, "grade-gap", next, band.from().subtract(STEP));
            } else if (band.from().compareTo(next) < 0) {
                add(band, "grade-overlap", band.from(), next.subtract(STEP));
            }
            if (!band.grade().matches("[A-D]") || !grades.add(band.grade())) {
                problems.add(
                        new RuleProblem(band.file(), band.line(), 0, null, band.grade(), "grade-repeated", Map.of()));
            }
            next = band.until().add(STEP);
        }
        Band last = bands.get(bands.size() - 1);
        BigDecimal highest = TO_PERCENT.multiply(HIGHEST_MEAN);
        if (last.until().compareTo(highest) != 0) {
            add(last, "grade-end", last.until(), highest);
        }
    }

    private void add(Band band, String reason, BigDecimal from, BigDecimal until) {
        problems.add(
                RuleProblem.at(band.file(), band.line(), reason, Map.of("from", plain(from), "until", plain(until))));
    }

    private static String plain(BigDecimal number) {
        return number.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString();
    }
}
