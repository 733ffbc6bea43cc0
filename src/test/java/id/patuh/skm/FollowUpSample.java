package id.patuh.skm;

import static id.patuh.ruleset.OurRules.RULES;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.violation.Violation;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Follow-up reports read from JSON, bound to the surveys beside them and judged by the rule set. */
record FollowUpSample(FollowUpFacts facts, List<Violation> violations) {

    private static final int PRIORITIES = 3;

    static FollowUpSample of(String json, LocalDate asOf) {
        Intake.Options options = new Intake.Options(ZoneId.of("Asia/Jakarta"), null, null);
        ReadAll data = ReadAll.by(
                new Intake(options, RULES.regulations(), RULES.sops()),
                List.of("-"),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        if (!data.rejected().isEmpty()) {
            throw new IllegalStateException(data.rejected().stream().toList().toString());
        }
        FollowUpFacts facts = new FollowUpBinder(asOf, RULES.parameters())
                .bind(data.followUps(), report -> survey(data.published(), report));
        return new FollowUpSample(facts, RULES.rules().check(facts.facts()));
    }

    List<String> found(String rule) {
        return violations.stream()
                .filter(v -> v.rule().equals(rule))
                .map(v -> brief(v.subject().survey(), v.subject().element()))
                .toList();
    }

    /** Subjects for which a rule lacks facts. */
    List<String> notEvaluated(String rule) {
        List<String> needs = RULES.rules().catalog().stream()
                .filter(r -> r.id().equals(rule))
                .flatMap(r -> r.needs().stream())
                .toList();
        return facts.missing().stream()
                .filter(m -> needs.contains(m.need()))
                .map(m -> brief(m.subject().survey(), m.subject().element()))
                .toList();
    }

    private static String brief(String survey, String element) {
        return survey == null ? String.valueOf(element) : element == null ? survey : survey + "/" + element;
    }

    private static SurveyView survey(List<PublishedResult> published, FollowUpRecord report) {
        return published.stream()
                .filter(p -> p.survey().id().equals(report.survey()))
                .findFirst()
                .map(FollowUpSample::view)
                .orElse(null);
    }

    private static SurveyView view(PublishedResult result) {
        SurveyHeader survey = result.survey();
        Regulation regulation = RULES.regulations().find("permenpanrb-14-2017").orElseThrow();
        List<BigDecimal> means = result.elements().stream()
                .map(PublishedResult.Element::mean)
                .sorted()
                .toList();
        List<LowUnsur> lowest = new ArrayList<>();
        if (means.size() > PRIORITIES) {
            BigDecimal last = means.get(PRIORITIES - 1);
            boolean tie = last.compareTo(means.get(PRIORITIES)) == 0;
            for (PublishedResult.Element element : result.elements()) {
                int order = element.mean().compareTo(last);
                if (order <= 0) {
                    String name =
                            regulation.meantBy(element.label()).orElseThrow().name();
                    lowest.add(new LowUnsur(name, tie && order == 0));
                }
            }
        }
        return new SurveyView(
                survey.id(),
                survey.unit(),
                survey.service(),
                survey.period(),
                lowest,
                PRIORITIES,
                name -> regulation.named(name).map(Unsur::name).orElse(null));
    }
}
