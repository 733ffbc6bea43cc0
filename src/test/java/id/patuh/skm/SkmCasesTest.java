package id.patuh.skm;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.engine.RuleMetadata;
import id.patuh.violation.SourceRow;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Runs the cases beside the survey rules, by themselves: no file is read as a user's would be. */
class SkmCasesTest {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("rules/tests/skm"))) {
            for (Path file : files.sorted().toList()) {
                String rule = file.getFileName().toString().replace(".yaml", "");
                for (Object given : YAML.readValue(Files.readString(file), List.class)) {
                    Map<?, ?> test = (Map<?, ?>) given;
                    tests.add(DynamicTest.dynamicTest(rule + ": " + test.get("name"), () -> run(rule, test)));
                }
            }
        }
        return tests.stream();
    }

    private static void run(String rule, Map<?, ?> test) {
        LocalDate asOf =
                test.containsKey("as_of") ? LocalDate.parse(test.get("as_of").toString()) : Fixtures.AS_OF;
        Region[] regions = maps(test, "regions").stream()
                .map(r -> new Region(
                        text(r, "name"),
                        text(r, "sop"),
                        ((List<?>) r.get("units"))
                                .stream().map(Object::toString).toList()))
                .toArray(Region[]::new);
        List<ResponseRecord> responses = new ArrayList<>();
        List<PublishedResult> published = new ArrayList<>();
        for (Map<?, ?> survey : maps((Map<?, ?>) test.get("given"), "surveys")) {
            read(survey, responses, published);
        }
        SkmFacts facts = Fixtures.facts(Fixtures.binder(asOf, regions), responses, published);
        List<Violation> found = Fixtures.violations(facts).stream()
                .filter(v -> v.rule().equals(rule))
                .toList();
        List<?> expected = (List<?>) test.get("finds");
        assertThat(found.stream().map(v -> subject(v.subject())).toList())
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(Object::toString).toList());
        if (test.containsKey("severity")) {
            assertThat(found).allSatisfy(v -> assertThat(v.severity().word()).isEqualTo(test.get("severity")));
        }
        List<String> needs = Fixtures.rules().catalog().stream()
                .filter(r -> r.id().equals(rule))
                .map(RuleMetadata::needs)
                .flatMap(List::stream)
                .toList();
        List<String> notEvaluated = facts.missing().stream()
                .filter(m -> needs.contains(m.need()))
                .map(m -> subject(m.subject()))
                .toList();
        if (test.get("not_evaluated") instanceof List<?> subjects) {
            assertThat(subjects).allSatisfy(s -> assertThat(notEvaluated).contains(s.toString()));
        }
    }

    private static void read(Map<?, ?> survey, List<ResponseRecord> responses, List<PublishedResult> published) {
        List<UnsurLabel> labels = maps(survey, "responses").stream()
                .flatMap(r -> ((Map<?, ?>) r.get("scores")).keySet().stream())
                .map(Object::toString)
                .distinct()
                .map(name -> Fixtures.REGULATIONS.label(name).orElseThrow())
                .toList();
        SurveyHeader header = header(survey, labels);
        for (Map<?, ?> response : maps(survey, "responses")) {
            Map<String, List<BigDecimal>> scores = new HashMap<>();
            ((Map<?, ?>) response.get("scores"))
                    .forEach((name, score) -> scores.put(
                            Fixtures.REGULATIONS
                                    .label(name.toString())
                                    .orElseThrow()
                                    .key(),
                            List.of(new BigDecimal(score.toString()))));
            responses.add(new ResponseRecord(
                    header,
                    text(response, "respondent"),
                    text(response, "group"),
                    scores,
                    Fixtures.row(responses.size() + 1)));
        }
        Map<?, ?> result = survey.get("published") instanceof Map<?, ?> map ? map : Map.of();
        SourceRow row = Fixtures.row(1);
        published.add(new PublishedResult(
                header(survey, List.of()),
                decimal(result, "weight"),
                decimal(result, "ikm"),
                text(result, "grade"),
                result.get("priorities") instanceof List<?> list
                        ? list.stream().map(Object::toString).toList()
                        : List.of(),
                maps(result, "elements").stream()
                        .map(e -> new PublishedResult.Element(
                                Fixtures.REGULATIONS.label(text(e, "name")).orElseThrow(),
                                decimal(e, "mean"),
                                decimal(e, "weighted"),
                                text(e, "grade"),
                                row))
                        .toList(),
                row));
    }

    private static SurveyHeader header(Map<?, ?> survey, List<UnsurLabel> labels) {
        Period period = survey.get("period") instanceof Map<?, ?> p
                ? new Period(LocalDate.parse(text(p, "start")), LocalDate.parse(text(p, "end")))
                : null;
        return new SurveyHeader(
                text(survey, "id"),
                text(survey, "unit"),
                text(survey, "service"),
                text(survey, "sop"),
                text(survey, "regulation"),
                period,
                (Integer) survey.get("population"),
                (Integer) survey.get("respondents"),
                labels);
    }

    private static String subject(Subject subject) {
        return Stream.of(subject.survey(), subject.element())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        if (parent.get(key) instanceof List<?> list) {
            list.forEach(item -> maps.add((Map<?, ?>) item));
        }
        return maps;
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) == null ? null : map.get(key).toString();
    }

    private static BigDecimal decimal(Map<?, ?> map, String key) {
        return map.get(key) == null ? null : new BigDecimal(map.get(key).toString());
    }
}
