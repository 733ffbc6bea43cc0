package id.patuh.edit;

import id.patuh.engine.RuleMetadata;
import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.report.Language;
import id.patuh.report.RuleSentence;
import id.patuh.report.Template;
import id.patuh.ruleset.RuleItem;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetEditor;
import id.patuh.sop.Sop;
import id.patuh.violation.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that managers may change of a rule set, as tables, with the rules that use it in plain sentences. */
public final class RuleTables {

    /** The column of values, whose choices depend on the parameter: they stand at this key, a slash and the parameter's. */
    public static final String VALUE = EditColumn.VALUE;

    private static final String BULLET = "\u2022 ";

    /** The fields of a step that its sentence tells. */
    private static final List<String> TOLD =
            List.of("title", "executor", "inputs", "within", "outputs", "decision.approve", "decision.revise");

    private final RuleSet ruleSet;
    private final RuleSetEditor editor;
    private final Texts texts;
    private final Map<Kind, EditTable> tables = new LinkedHashMap<>();

    /** @param day whose values sentences tell, where a row has no day of its own */
    public RuleTables(RuleLibrary library, LocalDate day, Language language) {
        this.ruleSet = library.ruleSet();
        this.editor = new RuleSetEditor(library.files());
        this.texts = new Texts(language);
        put(Kind.POLICY, new PolicyRows(ruleSet, editor, day, texts).all(), policyChoices());
        put(Kind.PARAMETER, rows(Kind.PARAMETER, this::parameter), parameterChoices());
        put(Kind.GRADE, rows(Kind.GRADE, this::grade), Map.of("basis", bases()));
        put(Kind.SOP, rows(Kind.SOP, this::sop), sopChoices());
        put(Kind.STEP, steps(), stepChoices());
    }

    /** The tables by what they hold, in the order in which they are given out. */
    public Map<Kind, EditTable> tables() {
        return tables;
    }

    /** The hash of the rule set that the tables were made of. */
    public String sha256() {
        return ruleSet.sha256();
    }

    /** The words of the tables. */
    public Texts texts() {
        return texts;
    }

    private void put(Kind kind, List<EditTable.Row> rows, Map<String, List<String>> choices) {
        tables.put(kind, new EditTable(kind, rows, choices));
    }

    private EditTable.Row row(RuleItem item, Map<String, String> explained) {
        return EditTable.Row.of(item, valueTypeOf(item.file()), explained, editor, texts);
    }

    /** Gives the cells that explain a row. */
    @FunctionalInterface
    private interface Explanation {
        Map<String, String> of(RuleItem item);
    }

    private List<EditTable.Row> rows(Kind kind, Explanation explanation) {
        return editor.items(kind).stream()
                .map(item -> row(item, explanation.of(item)))
                .toList();
    }

    private Map<String, String> parameter(RuleItem item) {
        Parameter parameter = parameter(ruleSet, item.file()).orElseThrow();
        LocalDate from = LocalDate.parse(item.name());
        List<String> rules = ruleSet.rules().catalog().stream()
                .filter(rule -> rule.parameters().contains(parameter.key()))
                .map(RuleMetadata::id)
                .distinct()
                .toList();
        Map<String, String> cells = new HashMap<>();
        cells.put("key", parameter.key());
        cells.put("title", parameter.title().getOrDefault(texts.language().code(), ""));
        cells.put("unit", parameter.unit() == null ? "" : texts.unit(parameter.unit()));
        cells.put("rules", String.join("; ", rules));
        cells.put(
                EditColumn.SENTENCE,
                rules.stream()
                        .flatMap(rule -> RuleSentence.of(ruleSet, rule, from, texts.language()).stream())
                        .map(sentence -> rules.size() > 1 ? BULLET + sentence : sentence)
                        .collect(Collectors.joining("\n")));
        return cells;
    }

    /** The parameter that a file defines. */
    static Optional<Parameter> parameter(RuleSet ruleSet, String file) {
        return ruleSet.parameters().find(file.replaceAll("^parameters/|\\.yaml$", ""));
    }

    private String unit(String file) {
        return parameter(ruleSet, file).map(Parameter::unit).orElse(null);
    }

    /** What values of a unit are, see {@code src/docs/rules.md}. */
    private static CellType valueType(String unit) {
        if ("words".equals(unit)) {
            return CellType.LIST;
        }
        return unit != null && (unit.equals("limit") || unit.contains(":")) ? CellType.TEXT : CellType.NUMBER;
    }

    private Map<String, String> grade(RuleItem item) {
        String regulation = String.valueOf(editor.value(item, "regulation"));
        String sentence = filled(
                "sentence.grade",
                Map.of(
                        "from", texts.number(String.valueOf(editor.value(item, "from"))),
                        "until", texts.number(String.valueOf(editor.value(item, "until"))),
                        "regulation",
                                ruleSet.sources()
                                        .find(regulation)
                                        .map(Source::shortTitle)
                                        .orElse(regulation),
                        "grade", String.valueOf(editor.value(item, "grade")),
                        "label", String.valueOf(editor.value(item, "label"))));
        return Map.of(
                "regulation", regulation, "rules", known(texts.text("rules.grade")), EditColumn.SENTENCE, sentence);
    }

    private Map<String, String> sop(RuleItem item) {
        Sop sop = sop(item.file());
        return Map.of(
                "id",
                name(sop),
                EditColumn.SENTENCE,
                filled(
                        "sentence.sop",
                        Map.of("number", sop.number(), "steps", "" + sop.steps().size())));
    }

    private Sop sop(String file) {
        return ruleSet.sops().all().stream()
                .filter(sop -> sop.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** The id of an SOP, and its day where it has several revisions. */
    private String name(Sop sop) {
        long revisions = ruleSet.sops().all().stream()
                .filter(other -> other.id().equals(sop.id()))
                .count();
        return revisions == 1 ? sop.id() : sop.id() + " (" + sop.inForce() + ")";
    }

    /** The file of the SOP that is named so in the tables. */
    Optional<String> fileOfSop(String name) {
        return ruleSet.sops().all().stream()
                .filter(sop -> name(sop).equals(name))
                .map(Sop::file)
                .findFirst();
    }

    /** The file of the parameter with this key. */
    Optional<String> fileOfParameter(String key) {
        return editor.items(Kind.PARAMETER).stream()
                .map(RuleItem::file)
                .filter(file -> parameter(ruleSet, file).orElseThrow().key().equals(key))
                .findFirst();
    }

    /** What the values of the parameter of a file are. */
    CellType valueTypeOf(String file) {
        return file.startsWith("parameters/") ? valueType(unit(file)) : CellType.TEXT;
    }

    /** What the policy says last; null where it says nothing. */
    RuleItem lastPolicy() {
        List<RuleItem> said = editor.items(Kind.POLICY);
        return said.isEmpty() ? null : said.get(said.size() - 1);
    }

    private List<EditTable.Row> steps() {
        List<EditTable.Row> rows = new ArrayList<>();
        Map<String, Integer> order = new HashMap<>();
        for (RuleItem item : editor.items(Kind.STEP)) {
            Map<String, String> cells = step(item);
            cells.put(EditColumn.ORDER, "" + order.merge(item.file(), 1, Integer::sum));
            rows.add(row(item, cells));
        }
        return rows;
    }

    private Map<String, String> step(RuleItem item) {
        Map<String, String> cells = new HashMap<>();
        cells.put("sop", name(sop(item.file())));
        List<String> sentence = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (String field : TOLD) {
            Object value = editor.value(item, field);
            if (value != null && !(value instanceof List<?> items && items.isEmpty())) {
                String text = value instanceof List<?> items
                        ? items.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : value.toString();
                sentence.add(filled("sentence.step." + field, Map.of("no", item.name(), "value", text)));
                rules.add(texts.text("rules.step." + field));
            }
        }
        cells.put(EditColumn.SENTENCE, String.join("", sentence) + ".");
        cells.put("rules", known(String.join(" ", rules)));
        return cells;
    }

    /** Those of some rules that the rule set has. */
    private String known(String rules) {
        return Arrays.stream(rules.split(" "))
                .filter(rule -> !ruleSet.rules(rule).isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String filled(String key, Map<String, String> values) {
        return Template.fill(texts.text(key), values::get);
    }

    private Map<String, List<String>> policyChoices() {
        List<String> severities = Arrays.stream(Severity.values())
                .map(severity -> texts.choice(severity.word()))
                .toList();
        return Map.of("severity", severities, "basis", bases());
    }

    private Map<String, List<String>> parameterChoices() {
        Map<String, List<String>> choices = new HashMap<>();
        choices.put("basis", bases());
        choices.put(
                "key", ruleSet.parameters().all().stream().map(Parameter::key).toList());
        choices.put(EditColumn.ACTION, List.of(texts.choice("remove")));
        for (Parameter parameter : ruleSet.parameters().all()) {
            String unit = parameter.unit();
            if (unit != null && unit.contains(":")) {
                choices.put(
                        VALUE + "/" + parameter.key(),
                        Arrays.stream(unit.split(";"))
                                .map(choice ->
                                        choice.substring(0, choice.indexOf(':')).strip())
                                .toList());
            }
        }
        return choices;
    }

    private Map<String, List<String>> sopChoices() {
        return Map.of(
                "clock",
                clocks(),
                "calendar",
                ruleSet.calendars().keySet().stream().sorted().toList());
    }

    private Map<String, List<String>> stepChoices() {
        return Map.of(
                "sop",
                ruleSet.sops().all().stream().map(this::name).toList(),
                "clock",
                clocks(),
                "deadline_from",
                List.of(texts.choice("follow-up-plan")),
                EditColumn.ACTION,
                List.of(texts.choice("remove")));
    }

    private List<String> clocks() {
        return Stream.of("working", "elapsed").map(texts::choice).toList();
    }

    private List<String> bases() {
        return ruleSet.sources().all().stream()
                .flatMap(source -> source.clauses().keySet().stream().map(clause -> source.id() + "/" + clause))
                .toList();
    }
}
