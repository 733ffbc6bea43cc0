package id.patuh.report;

import id.patuh.engine.RuleMetadata;
import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.ruleset.Messages;
import id.patuh.ruleset.RuleCase;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.ruleset.RulePage;
import id.patuh.ruleset.RuleSet;
import id.patuh.violation.Severity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the rule set says of one rule, for people or programs. */
public final class RuleSheet {

    private static final String INDENT = "  ";

    private final RuleLibrary library;
    private final RuleSet ruleSet;
    private final List<RuleMetadata> variants;
    private final RuleMetadata rule;
    private final LocalDate day;
    private final boolean code;
    private final Language language;
    private final RuleEvents history;
    private final Lines lines = new Lines();

    /**
     * @param id of a rule that the rule set has
     * @param day whose values of parameters are shown
     * @param code whether the rule's code is shown
     * @param history what the rulebook tells of the rule
     */
    public RuleSheet(
            RuleLibrary library, String id, LocalDate day, boolean code, Language language, RuleEvents history) {
        this.library = library;
        this.ruleSet = library.ruleSet();
        this.variants = ruleSet.rules(id);
        this.rule = variants.get(0);
        this.day = day;
        this.code = code;
        this.language = language;
        this.history = history;
    }

    /**
     * What the rule gives to a violation.
     *
     * @param severity as it is judged by
     * @param name of the rule in its code: the problem that it finds
     * @param policy what the policy makes of it, in words; empty where nothing
     * @param place file and line
     * @param code as its file has it
     */
    public record Variant(Severity severity, String name, List<String> policy, String place, String code) {}

    /**
     * A parameter that the rule reads.
     *
     * @param values the one in force, and those to come, in words; empty where none is
     */
    public record Read(String key, String name, List<String> values) {}

    /** Its rules, one for each severity that circumstances may give. */
    public List<Variant> variants() {
        return variants.stream()
                .map(variant -> new Variant(
                        variant.severity(),
                        variant.name(),
                        RuleList.policy(variant, language),
                        variant.file() + ":" + variant.line(),
                        library.code(variant)))
                .toList();
    }

    /** The parameters that it reads. */
    public List<Read> reads() {
        return parametersRead().stream()
                .map(parameter -> new Read(
                        parameter.key(),
                        name(parameter),
                        shown(parameter).stream()
                                .map(value -> described(parameter, value))
                                .toList()))
                .toList();
    }

    /** What it is called; its id where the rule set has no title. */
    public String title() {
        return text("title").orElse(rule.id());
    }

    /** The provision that it encodes, as it is cited. */
    public String basis() {
        return Words.clause(rule.basis(), ruleSet);
    }

    /** What that provision says, in a sentence. */
    public String basisText() {
        return clauseText(rule.basis());
    }

    /** Whether that was read in an official text. */
    public boolean isBasisConfirmed() {
        return source(rule.basis()).confirmed();
    }

    /** Without what it is not evaluated, in words. */
    public List<String> needsWorded() {
        return List.copyOf(needsInWords().values());
    }

    /** The page that explains it; empty where there is none. */
    public Optional<RulePage> page() {
        return library.page(rule.id());
    }

    /** The cases beside it. */
    public List<RuleCase> cases() {
        return casesOfRule();
    }

    /** What became of it, line by line. */
    public String historyText() {
        Lines told = new Lines();
        history.tell(told, "", language);
        return told.toString();
    }

    /** For a person. */
    public String text() {
        lines.add(rule.id());
        text("title").ifPresent(title -> lines.wrapped(INDENT, INDENT, title));
        sentence().ifPresent(sentence -> lines.add("").wrapped(INDENT, INDENT, sentence));
        title("show.severity");
        for (RuleMetadata variant : variants) {
            String severity = language.label("severity." + variant.severity().word());
            lines.wrapped(INDENT, severity + (variants.size() > 1 ? ": " + variant.name() : ""));
            RuleList.policy(variant, language).forEach(words -> lines.wrapped(INDENT + INDENT, words));
        }
        parameters();
        title("show.basis");
        lines.wrapped(INDENT, Words.clause(rule.basis(), ruleSet) + ": " + clauseText(rule.basis()));
        tellNeeds();
        tellPage();
        tellCases();
        title("show.place");
        for (RuleMetadata variant : variants) {
            lines.add(INDENT + variant.file() + ":" + variant.line() + "  "
                    + label("show.since", Map.of("version", variant.since())));
        }
        title("show.history");
        history.tell(lines, INDENT, language);
        if (code) {
            for (RuleMetadata variant : variants) {
                lines.add("");
                library.code(variant).lines().forEach(line -> lines.add(INDENT + line));
            }
        }
        return lines.toString();
    }

    private void title(String key) {
        lines.add("").add(language.label(key));
    }

    private Optional<String> text(String part) {
        return ruleSet.messages().text(rule.id() + "." + part, language.code());
    }

    /** What the rule demands, with the values in force. */
    public Optional<String> sentence() {
        return RuleSentence.of(ruleSet, rule.id(), day, language);
    }

    private String value(Object value) {
        return RuleSentence.value(value, language);
    }

    private void parameters() {
        if (rule.parameters().isEmpty()) {
            return;
        }
        lines.add("").add(label("show.parameters", Map.of("day", day.toString())));
        for (Parameter parameter : parametersRead()) {
            lines.wrapped(INDENT, parameter.key() + ": " + name(parameter));
            List<Parameter.Value> shown = shown(parameter);
            if (shown.isEmpty()) {
                lines.add(INDENT + INDENT + language.label("show.no.value"));
            }
            for (Parameter.Value each : shown) {
                lines.wrapped(INDENT + INDENT, described(parameter, each));
            }
        }
    }

    private List<Parameter> parametersRead() {
        return rule.parameters().stream()
                .map(key -> ruleSet.parameters().find(key).orElseThrow())
                .toList();
    }

    private String name(Parameter parameter) {
        return parameter
                .title()
                .getOrDefault(language.code(), parameter.title().getOrDefault(Messages.DEFAULT_LANGUAGE, ""));
    }

    /** The value in force, and those to come. */
    private List<Parameter.Value> shown(Parameter parameter) {
        List<Parameter.Value> shown = new ArrayList<>(parameter.on(day).stream().toList());
        parameter.values().stream().filter(v -> v.from().isAfter(day)).forEach(shown::add);
        return shown;
    }

    private String described(Parameter parameter, Parameter.Value value) {
        String unit = parameter.unit();
        // What is not counted names its unit in the value, or is described by a sentence.
        boolean counted = unit != null && unit.matches("\\p{L}+") && value.value() instanceof BigDecimal;
        return value(value.value())
                + (counted && !unit.equals("number") ? " " + unit : "")
                + "; "
                + label("show.from", Map.of("day", value.from().toString()))
                + (value.until() == null
                        ? ""
                        : " " + label("show.until", Map.of("day", value.until().toString())))
                + "; "
                + Words.clause(value.basis(), ruleSet)
                + (value.confirmed() ? "" : "; " + language.label("show.unconfirmed"));
    }

    private String clauseText(String basis) {
        return source(basis).clauses().get(basis.substring(basis.indexOf('/') + 1));
    }

    private Source source(String basis) {
        return ruleSet.sources().find(basis.substring(0, basis.indexOf('/'))).orElseThrow();
    }

    private void tellNeeds() {
        if (rule.needs().isEmpty()) {
            return;
        }
        title("show.needs");
        needsInWords().values().forEach(need -> lines.wrapped(INDENT + "- ", INDENT + INDENT, need));
    }

    private Map<String, String> needsInWords() {
        Map<String, String> words = new LinkedHashMap<>();
        for (String need : rule.needs()) {
            ruleSet.messages()
                    .text("needs." + need.replace(':', '.'), language.code())
                    .ifPresent(text -> words.put(need, Template.fill(text, name -> "…")));
        }
        return words;
    }

    private void tellPage() {
        library.page(rule.id()).ifPresent(page -> {
            lines.add("").add(label("show.page", Map.of("path", page.path())));
            lines.wrapped(INDENT, INDENT, page.summary());
        });
    }

    private void tellCases() {
        List<RuleCase> cases = casesOfRule();
        lines.add("").add(label("show.cases", Map.of("count", Integer.toString(cases.size()))));
        for (RuleCase each : cases) {
            lines.wrapped(
                    INDENT,
                    each.file() + ":" + each.line() + "  " + each.name() + ": "
                            + (each.finds().isEmpty()
                                    ? language.label("show.silent")
                                    : String.join(", ", each.finds())));
        }
    }

    private List<RuleCase> casesOfRule() {
        return library.cases().of(List.of(rule.id())).all();
    }

    private String label(String key, Map<String, String> values) {
        return Template.fill(language.label(key), values::get);
    }

    /** For programs. */
    public String json() {
        Map<String, Object> sheet = new LinkedHashMap<>();
        sheet.put("schema", 1);
        sheet.put("id", rule.id());
        sheet.put("title", text("title").orElse(null));
        sheet.put("sentence", sentence().orElse(null));
        sheet.put("topic", rule.topic());
        sheet.put("since", rule.since());
        sheet.put("basis", basis(rule.basis()));
        sheet.put("needs", needsInWords());
        sheet.put("asOf", day.toString());
        sheet.put("parameters", parametersRead().stream().map(this::json).toList());
        sheet.put("variants", variants.stream().map(this::json).toList());
        sheet.put("page", library.page(rule.id()).map(RulePage::path).orElse(null));
        sheet.put("cases", casesOfRule().stream().map(RuleSheet::json).toList());
        sheet.put("history", history.json());
        sheet.put("historyProblem", history.problem());
        return JsonText.of(sheet);
    }

    private Map<String, Object> basis(String basis) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("id", basis);
        words.put("cited", Words.clause(basis, ruleSet));
        words.put("text", clauseText(basis));
        return words;
    }

    private Map<String, Object> json(Parameter parameter) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("key", parameter.key());
        one.put("title", name(parameter));
        one.put("unit", parameter.unit());
        List<Map<String, Object>> values = new ArrayList<>();
        for (Parameter.Value value : shown(parameter)) {
            Map<String, Object> dated = new LinkedHashMap<>();
            dated.put("from", value.from().toString());
            dated.put("until", value.until() == null ? null : value.until().toString());
            dated.put("value", value.value());
            dated.put("basis", basis(value.basis()));
            dated.put("confirmed", value.confirmed());
            dated.put("note", value.note());
            values.add(dated);
        }
        one.put("values", values);
        return one;
    }

    private Map<String, Object> json(RuleMetadata variant) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", variant.name());
        one.put("severity", variant.severity().word());
        one.put("declared", variant.declared().word());
        one.put("switchedOff", variant.switchedOff());
        one.put("file", variant.file());
        one.put("line", variant.line());
        one.put("code", code ? library.code(variant) : null);
        return one;
    }

    private static Map<String, Object> json(RuleCase ruleCase) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", ruleCase.name());
        one.put("file", ruleCase.file());
        one.put("line", ruleCase.line());
        one.put("finds", ruleCase.finds());
        return one;
    }
}
