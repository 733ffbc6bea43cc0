package id.patuh.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Tables of responses as offices may write them: mostly plain, now and then odd in any of the ways that readers know. */
public final class GeneratedResponses {

    private static final String[] NAMES = {"Ani Wijaya", "Budi", "Citra Dewi", "CV Maju", "Jumlah Wati", "Sri"};
    private static final String[] GROUPS = {
        "PPK", "PP", "Pokja Pemilihan", "Penyedia", "-", "Kelurahan A", "Kelurahan B"
    };
    private static final String[] ODD_SCORES = {
        "x", "0", "5", "9", "44", "3,5", "3.0", " 4 ", "-", "s.d.a", "\"", "04", "+3"
    };
    private static final String[] ODD_NAMES = {"", "-", "sda", "007", "12.", " 5", "Contoh (example)", "NRR", "é", "0"};
    private static final String[] FIELDS = {
        "survey", "unit", "service", "regulation", "period_start", "population", "kode pos"
    };

    private final Random random;
    private final char separator;
    private final String lineEnd;
    private final List<String> header = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();
    private final int odd;
    private final String naming;

    /** Makes a table of about so many rows. */
    public GeneratedResponses(Random random, int most) {
        this.random = random;
        this.separator = ",;\t".charAt(random.nextInt(3));
        this.lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        this.odd = pick(60, 400, 4_000);
        this.naming = pick("number", "number", "name", "code", "mixed");
        head();
        int count = 1 + random.nextInt(most);
        for (int i = 1; i <= count; i++) {
            rows.add(rare() ? oddRow(i) : row(i));
        }
        if (random.nextInt(3) == 0) {
            totals(count);
        }
        if (random.nextInt(6) == 0) {
            rows.add(List.of());
            rows.add(new ArrayList<>(header));
            for (int i = 1; i <= 12; i++) {
                rows.add(row(i));
            }
        }
    }

    private void head() {
        if (random.nextInt(8) > 0) {
            header.add(pick("respondent", "respondent", "No"));
        }
        for (String field : FIELDS) {
            if (random.nextInt(3) == 0) {
                header.add(field);
                header.addAll(field.equals("period_start") ? List.of("period_end") : List.of());
            }
        }
        if (random.nextBoolean()) {
            header.add(random.nextInt(header.size() + 1), "group");
        }
        if (random.nextInt(4) == 0) {
            header.add("nama responden");
        }
        int unsur = pick(2, 9, 9, 9, 14);
        for (int i = 1; i <= unsur; i++) {
            header.add("U" + i);
        }
        if (random.nextInt(4) == 0) {
            header.add(random.nextInt(header.size() + 1), pick("saran", "U3a", "U1", ""));
        }
    }

    private List<String> row(int number) {
        List<String> cells = new ArrayList<>();
        boolean uniform = random.nextInt(20) == 0;
        String same = "" + (1 + random.nextInt(4));
        for (String field : header) {
            cells.add(
                    switch (field) {
                        case "respondent", "No", "nama responden" -> respondent(number);
                        case "survey" -> rare() ? "SKM-2" : "SKM-1";
                        case "unit" -> rare() ? pick("", "Unit B", "Unit, C", "sda") : "Unit A";
                        case "service" -> rare() ? "KK" : "KTP";
                        case "regulation" -> "permenpanrb-14-2017";
                        case "period_start" -> rare() ? "2026-02-01" : "2026-01-01";
                        case "period_end" -> rare() ? "besok" : "2026-06-30";
                        case "population" -> rare() ? "banyak" : "1200";
                        case "group" -> rare() ? pick("", "sda", "Pokja " + number, "é") : pick(GROUPS);
                        case "saran", "kode pos", "" ->
                            rare() ? pick("ok, baik", "contoh", "é") : pick("", "baik", "ok");
                        default -> uniform ? same : score();
                    });
        }
        return cells;
    }

    private String respondent(int number) {
        int again = rare() ? 1 + random.nextInt(number) : number;
        if (rare()) {
            return pick(ODD_NAMES);
        }
        return switch (naming) {
            case "name" -> pick(NAMES) + " " + again;
            case "code" -> "R-" + again;
            case "mixed" -> pick("" + again, "" + (1_000_000 + again), "R-" + again, "0" + again);
            default -> "" + again;
        };
    }

    private String score() {
        return rare() ? pick(ODD_SCORES) : random.nextInt(40) == 0 ? "" : "" + (1 + random.nextInt(4));
    }

    private List<String> oddRow(int number) {
        List<String> cells = row(number);
        switch (random.nextInt(6)) {
            case 0 -> cells.remove(cells.size() - 1);
            case 1 -> cells.add(pick("", "lebih"));
            case 2 -> cells.replaceAll(cell -> "");
            case 3 -> cells.replaceAll(cell -> cell.matches("[1-4]") ? "" : cell);
            case 4 -> cells.replaceAll(cell -> cell.matches("[1-4]") ? "x" : cell);
            default -> cells.replaceAll(cell -> cell.matches("[1-4]") ? "3,25" : cell);
        }
        return cells;
    }

    private void totals(int count) {
        for (String label : List.of("Jumlah", "NRR per unsur", "Keterangan")) {
            List<String> cells = new ArrayList<>();
            for (String field : header) {
                cells.add(
                        !field.matches("U\\d+") || label.startsWith("K")
                                ? ""
                                : label.startsWith("J") ? "" + 3 * count : "3,1");
            }
            cells.set(0, label);
            rows.add(cells);
        }
        rows.add(new ArrayList<>(List.of("IKM Unit Pelayanan", "78,25")));
        if (random.nextBoolean()) {
            rows.add(row(count + 1));
        }
    }

    private boolean rare() {
        return random.nextInt(odd) == 0;
    }

    @SafeVarargs
    private <T> T pick(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** The text, with quotation marks only where they are needed. */
    public String text() {
        return text(this::quotedIfNeeded);
    }

    /** The same with quotation marks around all cells, so that each row has to be read with care. */
    public String quotedText() {
        return text(GeneratedResponses::quoted);
    }

    private String text(UnaryOperator<String> form) {
        return lines(List.of(header), this::quotedIfNeeded) + lines(rows, form);
    }

    private String lines(List<List<String>> all, UnaryOperator<String> form) {
        return all.stream()
                .map(row -> row.stream().map(form).collect(Collectors.joining("" + separator)) + lineEnd)
                .collect(Collectors.joining());
    }

    private String quotedIfNeeded(String cell) {
        return cell.indexOf(separator) >= 0 || cell.startsWith("\"") ? quoted(cell) : cell;
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
