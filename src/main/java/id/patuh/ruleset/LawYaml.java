package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.law.Source;
import id.patuh.law.TimeLimit;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.skm.Unsur;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The shapes of {@code sources/}, {@code parameters/}, {@code skm/} and {@code regions/}. */
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

        Source toSource(String file) {
            if (id == null || title == null) {
                throw new RuleSetException(List.of(new RuleProblem(file, 0, "a source needs id and title")));
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

        Parameter toParameter(String file) {
            List<RuleProblem> problems = new ArrayList<>();
            String expected = file.replaceFirst("^parameters/", "").replaceFirst("\\.yaml$", "");
            if (!expected.equals(key)) {
                problems.add(new RuleProblem(file, 0, "key " + key + " does not follow from the file's path"));
            }
            List<Parameter.Value> dated = new ArrayList<>();
            for (ValueYaml value : orEmpty(values)) {
                if (value.from() == null || value.value() == null || value.basis() == null) {
                    problems.add(new RuleProblem(file, 0, "every value needs from, value and basis"));
                } else {
                    dated.add(new Parameter.Value(
                            value.from(),
                            value.until(),
                            plain(file, value.value(), problems),
                            value.basis(),
                            value.confirmed(),
                            value.note()));
                }
            }
            dated.sort(Comparator.comparing(Parameter.Value::from));
            for (int i = 1; i < dated.size(); i++) {
                if (dated.get(i).from().equals(dated.get(i - 1).from())) {
                    problems.add(new RuleProblem(
                            file, 0, "two values from " + dated.get(i).from()));
                }
            }
            if (!problems.isEmpty()) {
                throw new RuleSetException(problems);
            }
            return new Parameter(key, title == null ? Map.of() : title, unit, dated);
        }

        /** The unit says what a value must be: a limit, words, one of the choices it names, or a number. */
        private Object plain(String file, Object value, List<RuleProblem> problems) {
            String text = String.valueOf(value);
            if ("words".equals(unit)) {
                if (value instanceof List<?> list) {
                    return list.stream().map(String::valueOf).toList();
                }
                problems.add(new RuleProblem(file, 0, "\"" + text + "\" is no list of words"));
            } else if ("limit".equals(unit)) {
                if (TimeLimit.parse(text).isEmpty()) {
                    problems.add(new RuleProblem(file, 0, "\"" + text + "\" is no time limit"));
                }
            } else if (unit != null && unit.contains(":")) {
                boolean named = Arrays.stream(unit.split(";"))
                        .anyMatch(choice -> choice.strip().startsWith(text + ":"));
                if (!named) {
                    problems.add(new RuleProblem(file, 0, "\"" + text + "\" is none of: " + unit));
                }
            } else if (value instanceof Number number) {
                BigDecimal decimal = new BigDecimal(number.toString());
                if (decimal.signum() < 0) {
                    problems.add(new RuleProblem(file, 0, "\"" + text + "\" is less than nothing"));
                }
                return decimal;
            } else {
                problems.add(new RuleProblem(file, 0, "\"" + text + "\" is no number"));
            }
            return text;
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

        Regulation toRegulation(String file, Source source) {
            if (source == null
                    || source.inForce() == null
                    || scale == null
                    || orEmpty(unsur).isEmpty()) {
                throw new RuleSetException(List.of(new RuleProblem(
                        file, 0, "a survey regulation needs a known source with in_force, a scale and unsur")));
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

        Region toRegion() {
            return new Region(region, sop, orEmpty(units));
        }
    }

    record ReasonYaml(String unsur, List<String> rules, List<String> subjects, Map<String, String> why) {}

    record ReasonsYaml(String regulation, List<ReasonYaml> reasons) {}

    record RuleSetYaml(String name, String version, String title) {}

    record UnitsYaml(Map<String, String> calendars) {}
}
