package id.patuh.edit;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleCache;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSetChange;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetDiff;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell that may be changed of our rule set, changed, is one change of the rule set and no other. */
class EveryCellTest {

    private static final List<String> OTHER_BASES =
            List.of("permenpanrb-35-2012/lampiran-mutu-baku", "patuh-policy/mutu-data-survei");

    @TempDir
    private static Path compiled;

    @TempDir
    private Path folder;

    private static RuleCache cache;
    private static RuleLibrary library;
    private static RuleTables tables;

    /** One cell, what is to stand in it, and the fields of the rule set that it changes. */
    private record Wish(EditTable.Row row, EditColumn column, Object value, List<String> fields) {

        String item() {
            String name = switch (row.item().kind()) {
                case PARAMETER -> "key";
                case GRADE -> "regulation";
                case SOP -> "id";
                case STEP -> "sop";
                case POLICY -> "rule";
            };
            return row.cells().get(name);
        }

        boolean made(RuleSetChange change) {
            return change.item().equals(item()) && fields.contains(change.field());
        }
    }

    @BeforeAll
    static void read() {
        cache = new RuleCache(compiled, "test");
        library = RuleLibrary.read(withoutPagesAndCases(RuleSetContent.of(Path.of("rules"))), cache);
        tables = new RuleTables(library, FilledWorkbook.TODAY, Language.ID);
    }

    /** They are never changed, and take long to compare. */
    static RuleSetContent withoutPagesAndCases(RuleSetContent files) {
        RuleSetContent fewer = files;
        for (String path : files.paths()) {
            fewer = path.startsWith("tests/") || path.startsWith("docs/") ? fewer.without(path) : fewer;
        }
        return fewer;
    }

    static Stream<String> columns() {
        return Stream.of(Kind.PARAMETER, Kind.GRADE, Kind.SOP, Kind.STEP)
                .flatMap(kind -> EditColumn.changed(kind)
                        .map(EditColumn::key)
                        .filter(key -> !List.of("order", "no", "action").contains(key))
                        .filter(key ->
                                kind != Kind.GRADE || List.of("label", "basis").contains(key))
                        .map(key -> kind + " " + key));
    }

    /** The cells of a column at once: each gives one change. */
    @ParameterizedTest
    @MethodSource("columns")
    void aChangedCellIsOneChange(String name) throws IOException {
        String[] parts = name.split(" ");
        Kind kind = Kind.valueOf(parts[0]);
        EditColumn column = EditColumn.changed(kind)
                .filter(c -> c.key().equals(parts[1]))
                .findFirst()
                .orElseThrow();
        List<Wish> wishes = tables.tables().get(kind).rows().stream()
                .map(row -> wish(row, column))
                .filter(Objects::nonNull)
                .toList();
        FilledWorkbook filled = new FilledWorkbook(library, Language.ID, cache);
        wishes.forEach(w -> filled.set(kind, w.row().id(), column.key(), w.value()));

        RuleImport made = filled.into(library, folder);

        assertThat(made.refusals()).isEmpty();
        assertThat(made.edits()).hasSameSizeAs(wishes);
        List<RuleSetChange> changes =
                new ArrayList<>(RuleSetDiff.between(library, made.after().orElseThrow()));
        for (Wish wish : wishes) {
            List<RuleSetChange> own = changes.stream().filter(wish::made).toList();
            assertThat(own).as("%s", wish).hasSize(column.key().equals("from") ? 2 : 1);
            changes.removeAll(own);
        }
        assertThat(changes).isEmpty();
    }

    /** A value that the cell does not hold yet, and the field that it changes; null where it can hold no other. */
    private static Wish wish(EditTable.Row row, EditColumn column) {
        String cell = row.cell(column);
        Object value = switch (column.key()) {
            case "from", "in_force" -> LocalDate.parse(cell).plusDays(1);
            case "until", "revised" -> LocalDate.of(2040, 1, 1);
            case "basis" ->
                OTHER_BASES.stream().filter(b -> !b.equals(cell)).findFirst().orElseThrow();
            case "confirmed", "optional", "executor_inferred", "decision.inferred" ->
                cell.equals("ya") ? "tidak" : "ya";
            case EditColumn.VALUE -> value(row, cell);
            case "clock" -> row.item().kind() == Kind.SOP ? null : "waktu berjalan";
            case "calendar" -> "asn-wit";
            case "deadline_from" -> cell.isEmpty() ? "rencana tindak lanjut" : null;
            case "survey.min_respondents" -> new BigDecimal("77");
            case "executor" ->
                roles(row).stream().filter(r -> !r.equals(cell)).findFirst().orElse(null);
            case "within" -> "7 menit";
            case "after" -> Integer.parseInt(row.cells().get("order")) > 2 ? "1" : null;
            case "decision.approve", "decision.revise" -> new BigDecimal(cell.equals("1") ? "2" : "1");
            case "inputs", "outputs", "survey.groups" ->
                (cell.isEmpty() ? "" : cell + "; ") + "Surat asli, rangkap 2: #1; \"a; \"\"b\"\"\"";
            case "title", "note", "optional_reason" -> cell + " = 1: {x} # \"y\" 'z', [\ud83d\ude00]";
            default -> cell + " Lain";
        };
        return value == null ? null : new Wish(row, column, value, fields(row, column.key(), value));
    }

    private static List<String> roles(EditTable.Row row) {
        return library.ruleSet().sops().all().stream()
                .filter(sop -> sop.file().equals(row.item().file()))
                .flatMap(sop -> sop.roles().stream())
                .toList();
    }

    private static Object value(EditTable.Row row, String cell) {
        String unit = RuleTables.parameter(library.ruleSet(), row.item().file())
                .orElseThrow()
                .unit();
        return switch (row.valueType()) {
            case LIST -> cell + "; kata baru";
            case NUMBER ->
                unit.matches("(0|between).*") ? new BigDecimal("0.25") : new BigDecimal(cell).add(BigDecimal.ONE);
            default -> unit.equals("limit") ? "7 hari" : cell.equals("mean") ? "respondents" : "mean";
        };
    }

    /** How the difference of two rule sets names what a cell changes. */
    private static List<String> fields(EditTable.Row row, String key, Object value) {
        String name = row.item().name();
        return switch (row.item().kind()) {
            case PARAMETER ->
                key.equals("from")
                        ? List.of("values[" + name + "]", "values[" + value + "]")
                        : List.of("values[" + name + "]." + key);
            case STEP -> List.of("steps[" + name + "]." + key, "steps[" + name + "]." + key.replaceAll("\\..*", ""));
            case GRADE -> List.of("[" + row.cells().get("grade") + "]." + (key.equals("label") ? "grade" : key));
            default -> List.of(key, key.replaceAll("\\..*", ""));
        };
    }
}
