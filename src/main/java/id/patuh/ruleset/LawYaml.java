package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.skm.Unsur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shapes of {@code sources/}, {@code parameters/}, {@code skm/} and {@code regions/}; each reads its own files. */
final class LawYaml {

    private LawYaml() {}

    record SourceYaml(
            String id,
            String title,
            String shortTitle,
            String kind,
            String number,
            Integer year,
            LocalDate enacted,
            LocalDate inForce,
            LocalDate repealed,
            String repealedBy,
            Map<String, String> clauses,
            List<String> binds,
            boolean confirmed,
            String note) {

        static Source read(YamlFile file, YamlProblems problems) {
            return YamlRecords.read(file, SourceYaml.class).toSource(problems);
        }

        private Source toSource(YamlProblems problems) {
            boolean complete = problems.require("id", id) & problems.require("title", title);
            if (!complete) {
                return null;
            }
            return new Source(
                    id,
                    title,
                    shortTitle == null ? title : shortTitle,
                    enacted,
                    inForce,
                    repealed,
                    repealedBy,
                    clauses == null ? Map.of() : clauses,
                    orEmpty(binds),
                    confirmed);
        }
    }

    record ValueYaml(LocalDate from, LocalDate until, Object value, String basis, boolean confirmed, String note) {}

    record ParameterYaml(String key, Map<String, String> title, String unit, List<ValueYaml> values) {

        static Parameter read(YamlFile file, YamlProblems problems) {
            return YamlRecords.read(file, ParameterYaml.class)
                    .toParameter(problems, FolderReader.id("parameters", file.name()));
        }

        private Parameter toParameter(YamlProblems problems, String expectedKey) {
            if (problems.require("key", key) && !expectedKey.equals(key)) {
                problems.add("key", "parameter-misplaced", Map.of("expected", expectedKey));
            }
            List<Parameter.Value> dated = new ArrayList<>();
            Map<LocalDate, String> first = new HashMap<>();
            for (int i = 0; i < orEmpty(values).size(); i++) {
                ValueYaml value = values.get(i);
                String at = "values[" + (i + 1) + "]";
                boolean complete = problems.require(at + ".from", value.from())
                        & problems.require(at + ".value", value.value())
                        & problems.require(at + ".basis", value.basis());
                if (complete) {
                    String before = first.putIfAbsent(value.from(), at);
                    if (before != null) {
                        problems.add(at + ".from", "date-repeated", Map.of("first", before));
                    }
                    if (value.until() != null && value.until().isBefore(value.from())) {
                        problems.add(
                                at + ".until",
                                "until-before-start",
                                Map.of("from", value.from().toString()));
                    }
                    dated.add(new Parameter.Value(
                            value.from(),
                            value.until(),
                            ParameterValue.read(unit, value.value(), at + ".value", problems),
                            value.basis(),
                            value.confirmed(),
                            value.note()));
                }
            }
            if (orEmpty(values).isEmpty()) {
                problems.require("values", null);
            }
            dated.sort(Comparator.comparing(Parameter.Value::from));
            return problems.isEmpty() ? new Parameter(key, title == null ? Map.of() : title, unit, dated) : null;
        }
    }

    record UnsurYaml(String code, String name, List<String> synonyms) {}

    record ScaleYaml(BigDecimal min, BigDecimal max) {}

    record RegulationYaml(
            String regulation,
            boolean confirmed,
            String basis,
            String note,
            ScaleYaml scale,
            List<BigDecimal> roundedWeights,
            List<UnsurYaml> unsur) {

        static Regulation read(YamlFile file, YamlProblems problems, Folder<Source> sources) {
            RegulationYaml yaml = YamlRecords.read(file, RegulationYaml.class);
            if (!problems.require("regulation", yaml.regulation()) || sources.isBroken(yaml.regulation())) {
                return null;
            }
            Source source = sources.values().stream()
                    .filter(s -> s.id().equals(yaml.regulation()))
                    .findFirst()
                    .orElse(null);
            if (source == null) {
                problems.add("regulation", "source-unknown");
            }
            return source == null ? null : yaml.toRegulation(problems, source);
        }

        private Regulation toRegulation(YamlProblems problems, Source source) {
            if (source.inForce() == null) {
                problems.add("regulation", "source-undated");
            }
            if (problems.require("scale", scale)) {
                boolean complete =
                        problems.require("scale.min", scale.min()) & problems.require("scale.max", scale.max());
                if (complete && (scale.min().signum() <= 0 || scale.min().compareTo(scale.max()) >= 0)) {
                    problems.add("scale", "scale-reversed");
                }
            }
            for (int i = 0; i < orEmpty(roundedWeights).size(); i++) {
                if (roundedWeights.get(i).signum() <= 0 || roundedWeights.get(i).compareTo(BigDecimal.ONE) > 0) {
                    problems.add("rounded_weights[" + (i + 1) + "]", "not-above", Map.of("lower", "0", "upper", "1"));
                }
            }
            Set<String> known = new HashSet<>();
            for (int i = 0; i < orEmpty(unsur).size(); i++) {
                String at = "unsur[" + (i + 1) + "]";
                problems.require(at + ".name", unsur.get(i).name());
                if (problems.require(at + ".code", unsur.get(i).code())
                        && !known.add(unsur.get(i).code())) {
                    problems.add(at + ".code", "unsur-repeated");
                }
            }
            if (known.isEmpty()) {
                problems.require("unsur", null);
            }
            if (!problems.isEmpty()) {
                return null;
            }
            return new Regulation(
                    regulation,
                    source.shortTitle(),
                    source.inForce(),
                    source.repealed(),
                    scale.min(),
                    scale.max(),
                    orEmpty(roundedWeights),
                    unsur.stream()
                            .map(u -> new Unsur(u.code(), u.name(), orEmpty(u.synonyms())))
                            .toList());
        }
    }

    record RegionYaml(String region, String sop, boolean confirmed, String note, List<String> units) {

        static Region read(YamlFile file, YamlProblems problems) {
            RegionYaml yaml = YamlRecords.read(file, RegionYaml.class);
            problems.require("region", yaml.region());
            return yaml.toRegion();
        }

        private Region toRegion() {
            return new Region(region, sop, orEmpty(units));
        }
    }

    record ReasonYaml(String unsur, List<String> rules, List<String> subjects, Map<String, String> why) {}

    record ReasonsYaml(String regulation, List<ReasonYaml> reasons) {}

    record RuleSetYaml(String name, String version, String title) {}

    record UnitsYaml(Map<String, String> calendars) {}
}
