package id.patuh.ruleset;

import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.skm.Region;
import id.patuh.sop.Sop;
import id.patuh.violation.Severity;
import id.patuh.wording.Nearest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code tests/<topic>/<rule id>.yaml}: strict, so that no case is passed over because of a misspelt key. */
final class RuleCaseReader {

    private static final String ENDING = ".yaml";
    private static final List<String> KEYS = List.of(
            "name",
            "as_of",
            "sops",
            "parameters",
            "regions",
            "given",
            "rejected",
            "finds",
            "severity",
            "not_evaluated");
    private static final List<String> REGION_KEYS = List.of("region", "sop", "units");

    // Numbers keep the decimals they are written with: the rules on rounding depend on them.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Before any regulation of surveys or SOPs. */
    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);

    private final RuleSet ruleSet;
    private final Set<String> rules;
    private final List<RuleCase> cases = new ArrayList<>();
    private final Set<String> untried;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleCaseReader(RuleSet ruleSet) {
        this.ruleSet = ruleSet;
        this.rules = ruleSet.rules().catalog().stream().map(RuleMetadata::id).collect(Collectors.toSet());
        this.untried = new TreeSet<>(rules);
    }

    /** Every case of the files. A case that cannot be used keeps none of the others from use. */
    static RuleCases read(RuleSetContent files, RuleSet ruleSet) {
        RuleCaseReader reader = new RuleCaseReader(ruleSet);
        files.paths(RuleCase.FOLDER, ENDING).stream()
                .filter(path -> !isFixture(path))
                .forEach(path -> reader.readFile(path, files));
        if (reader.cases.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(RuleProblem.of(RuleCase.FOLDER, "cases-none-at-all", Map.of()));
        }
        return new RuleCases(reader.cases, List.copyOf(reader.untried), reader.problems);
    }

    private static boolean isFixture(String path) {
        return path.startsWith(RuleLibrary.FIXTURES + "/");
    }

    /** Whether a file holds the cases of a rule. */
    static boolean isOf(String path, String rule) {
        return path.startsWith(RuleCase.FOLDER + "/") && path.endsWith("/" + rule + ENDING) && !isFixture(path);
    }

    /** The cases of a file that can be used, by name, as they are written. */
    static Map<String, Map<String, Object>> asWritten(String text) {
        Map<String, Map<String, Object>> cases = new LinkedHashMap<>();
        List<Map<String, Object>> all = YAML.readValue(text, new TypeReference<>() {});
        all.forEach(each -> cases.put(String.valueOf(each.remove("name")), each));
        return cases;
    }

    /** The rule that the cases of a file are about. */
    static String rule(String path) {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ENDING.length());
    }

    private void readFile(String path, RuleSetContent files) {
        String rule = rule(path);
        if (!rules.contains(rule)) {
            problems.add(Nearest.to(rule, rules)
                    .map(near -> RuleProblem.of(path, "case-rule-misspelt", Map.of("near", near)))
                    .orElse(RuleProblem.of(path, "case-rule-unknown", Map.of())));
            return;
        }
        untried.remove(rule);
        try {
            YamlFile file = new YamlFile(path, files.text(path));
            problems.addAll(file.problems());
            if (file.problems().isEmpty()) {
                readCases(rule, file);
            }
        } catch (RuleSetException e) {
            problems.addAll(e.problems());
        }
    }

    private void readCases(String rule, YamlFile file) {
        JsonNode content = YAML.readTree(file.text());
        if (!file.isList("") || content.isEmpty()) {
            problems.add(file.problem("", "cases-none", Map.of()));
        }
        Set<String> names = new TreeSet<>();
        for (int i = 1; file.has("[" + i + "]"); i++) {
            YamlProblems at = new YamlProblems(file);
            RuleCase read = new Case(rule, "[" + i + "]", content.get(i - 1), new YamlValues(file, at)).read();
            if (at.isEmpty() && !names.add(read.name())) {
                at.add("[" + i + "].name", "case-name-repeated");
            }
            if (at.isEmpty()) {
                cases.add(read);
            }
            problems.addAll(at.found());
        }
    }

    /** One case while it is read. */
    private final class Case {

        private final String rule;
        private final String key;
        private final JsonNode content;
        private final YamlValues values;

        Case(String rule, String key, JsonNode content, YamlValues values) {
            this.rule = rule;
            this.key = key;
            this.content = content;
            this.values = values;
        }

        /** The case, of use only where no problem was found. */
        RuleCase read() {
            if (!values.holds(key, KEYS)) {
                return null;
            }
            String name = values.text(below("name"));
            values.problems.require(below("name"), name);
            if (!values.file.has(below("finds"))) {
                values.problems.add(below("finds"), "key-absent");
            }
            boolean given = values.file.has(below("given"));
            if (given && !values.file.isMapping(below("given"))) {
                values.problems.add(below("given"), "not-mapping");
            }
            List<Sop> sops = sops();
            if (!given && !values.file.has(below("sops"))) {
                values.problems.add(key, "case-without-facts");
            }
            RuleProblem place = values.file.problem(key, "", Map.of());
            return new RuleCase(
                    rule,
                    name,
                    values.file.name(),
                    place.line(),
                    place.column(),
                    asOf(),
                    given ? content.get("given").toString() : null,
                    sops,
                    parameters(),
                    values.file.has(below("regions")) ? regions() : null,
                    rejected(),
                    values.texts(below("finds")),
                    severity(),
                    values.texts(below("not_evaluated")));
        }

        private String below(String name) {
            return YamlValues.below(key, name);
        }

        private LocalDateTime asOf() {
            String text = values.text(below("as_of"));
            if (text == null) {
                return RuleCase.USUAL_AS_OF;
            }
            try {
                return text.length() == 10
                        ? LocalDate.parse(text).atTime(RuleCase.USUAL_AS_OF.toLocalTime())
                        : LocalDateTime.parse(text.replace(' ', 'T'));
            } catch (DateTimeException e) {
                values.problems.add(below("as_of"), "not-moment");
                return null;
            }
        }

        private List<Sop> sops() {
            List<Sop> sops = new ArrayList<>();
            List<String> items = values.items(below("sops"));
            for (int i = 0; i < items.size(); i++) {
                String at = items.get(i);
                byte[] definition = content.get("sops").get(i).toString().getBytes(StandardCharsets.UTF_8);
                try {
                    sops.add(RuleSetReader.readSop(ruleSet, values.file.name(), definition));
                } catch (RuleSetException e) {
                    // Its places are those of the definition alone; its keys stand in the case as well.
                    e.problems()
                            .forEach(p -> values.problems.add(
                                    p.key() == null ? at : YamlValues.below(at, p.key()), p.reason(), p.details()));
                }
            }
            return sops;
        }

        /** Values that hold in this case, on every day. */
        private List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>();
            List<String> known =
                    ruleSet.parameters().all().stream().map(Parameter::key).toList();
            for (String name : values.names(below("parameters"))) {
                String at = YamlValues.below(below("parameters"), name);
                Optional<Parameter> parameter = ruleSet.parameters().find(name);
                if (parameter.isEmpty()) {
                    values.problems.addUnknown(at, name, known);
                } else {
                    Object value = YAML.convertValue(content.get("parameters").get(name), Object.class);
                    parameters.add(fixed(
                            parameter.get(), ParameterValue.read(parameter.get().unit(), value, at, values.problems)));
                }
            }
            return parameters;
        }

        private static Parameter fixed(Parameter parameter, Object value) {
            Parameter.Value last = parameter.values().get(parameter.values().size() - 1);
            return new Parameter(
                    parameter.key(),
                    parameter.title(),
                    parameter.unit(),
                    List.of(new Parameter.Value(EVER, null, value, last.basis(), last.confirmed(), last.note())));
        }

        private List<Region> regions() {
            List<Region> regions = new ArrayList<>();
            for (String at : values.items(below("regions"))) {
                if (values.holds(at, REGION_KEYS)) {
                    String name = values.text(YamlValues.below(at, "region"));
                    values.problems.require(YamlValues.below(at, "region"), name);
                    regions.add(new Region(
                            name,
                            values.text(YamlValues.below(at, "sop")),
                            values.texts(YamlValues.below(at, "units"))));
                }
            }
            return regions;
        }

        private int rejected() {
            String text = values.text(below("rejected"));
            if (text != null && !text.matches("\\d{1,6}")) {
                values.problems.add(below("rejected"), "not-whole-number");
                return 0;
            }
            return text == null ? 0 : Integer.parseInt(text);
        }

        private Severity severity() {
            String text = values.text(below("severity"));
            if (text == null) {
                return null;
            }
            return Arrays.stream(Severity.values())
                    .filter(severity -> severity.word().equals(text))
                    .findFirst()
                    .orElseGet(() -> {
                        values.choice(
                                below("severity"),
                                Arrays.stream(Severity.values())
                                        .map(Severity::word)
                                        .collect(Collectors.joining(", ")));
                        return null;
                    });
        }
    }
}
