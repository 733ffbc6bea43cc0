package id.patuh.skm;

import id.patuh.law.Parameters;
import id.patuh.law.TimeLimit;
import id.patuh.violation.Evidence;
import id.patuh.violation.MissingFact;
import id.patuh.violation.SourceRow;
import id.patuh.violation.Subject;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Makes the facts of one survey from its draft, in the order: law, sample, scores, publication. */
final class SurveyBinding {

    private final SurveyDraft draft;
    private final Regulations regulations;
    private final Parameters.InForce law;
    private final LocalDate asOf;
    private final GradeBook grades;
    private final Gaps gaps;
    private final SurveyOrigin origin;
    private final SopDuty duty;

    /** What all surveys are bound by. */
    record Context(
            Regulations regulations, Parameters parameters, SopDuties duties, LocalDate asOf, GradeBook grades) {}

    /** @param ambiguous whether the unit has a second survey of the same name, for another service */
    SurveyBinding(SurveyDraft draft, boolean ambiguous, Context context) {
        this.draft = draft;
        this.regulations = context.regulations();
        this.asOf = context.asOf();
        this.grades = context.grades();
        LocalDate day = lawDay(draft, asOf);
        this.law = context.parameters().on(day);
        this.duty = draft.sop() == null
                ? null
                : context.duties().dutyOf(draft.sop(), day).orElse(null);
        String sop = duty != null ? duty.sop() : draft.sop();
        String name = ambiguous && draft.service() != null ? draft.id() + " (" + draft.service() + ")" : draft.id();
        Subject subject = new Subject(draft.unit(), sop, null, null, null, null, name, null);
        this.gaps = new Gaps(subject, draft.firstRow().table().path(), day);
        this.origin = origin(sop, subject, day);
    }

    /** The regulation that scores a survey; null when none is known or fits. */
    static Regulation regulationOf(SurveyDraft draft, Regulations regulations, LocalDate asOf) {
        return ScoringLaw.of(draft, regulations, lawDay(draft, asOf)).regulation();
    }

    /** The day whose law judges a survey; one without a period is judged by the law of the check's day. */
    private static LocalDate lawDay(SurveyDraft draft, LocalDate asOf) {
        return draft.period() == null ? asOf : draft.period().end();
    }

    /** @param latest whether no later survey of the unit is known */
    Survey bind(boolean latest) {
        Sample sample = sample();
        Survey.Schedule schedule = new Survey.Schedule(latest, latest ? nextDue() : null, asOf);
        SurveyScoring scoring = new SurveyScoring(draft, origin, regulations, grades, gaps, law);
        return new Survey(origin, sample, scoring.scores(), scoring.publication(), schedule);
    }

    List<MissingFact> missing() {
        return gaps.found();
    }

    private SurveyOrigin origin(String sop, Subject subject, LocalDate day) {
        ScoringLaw scoredBy = ScoringLaw.of(draft, regulations, day);
        Regulation scoring = scoredBy.regulation();
        gaps.addIf(draft.period() == null, "survey.period");
        if (scoredBy.unfit()) {
            gaps.add("survey.fitting-regulation", Map.of("value", scoredBy.strangeNames()));
        } else if (scoring == null) {
            gaps.add("survey.regulation", Map.of("value", draft.regulation() == null ? "-" : draft.regulation()));
        }
        if (scoring != null && !scoredBy.strange().isEmpty()) {
            gaps.add("survey.known-unsur", Map.of("value", scoredBy.strangeNames()));
        }
        List<Map.Entry<Period, SourceRow>> periods = draft.periods().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Period::start).thenComparing(Period::end)))
                .toList();
        boolean tellable = draft.regulation() != null && scoring != null && draft.period() != null;
        return new SurveyOrigin(
                draft.id(),
                draft.unit(),
                draft.service(),
                sop,
                draft.period(),
                periods.stream().map(Map.Entry::getKey).toList(),
                draft.regulation(),
                scoring,
                tellable ? scoring.inForceOn(day) : null,
                draft.period() == null ? null : regulations.inForceOn(day).orElse(null),
                subject,
                List.of(draft.firstRow().whole()),
                periods.stream().map(e -> periodCell(e.getValue())).toList());
    }

    private static Evidence periodCell(SourceRow row) {
        for (String field : List.of("period_end", "periodEnd", "period")) {
            if (row.table().has(field)) {
                return row.cell(field);
            }
        }
        return row.whole();
    }

    private Sample sample() {
        ResponseTally tally = draft.tally();
        Integer respondents = draft.hasResponses() ? Integer.valueOf(tally.respondents()) : draft.statedRespondents();
        gaps.addIf(respondents == null, "survey.respondents");
        gaps.addIf(!draft.hasResponses(), "survey.responses");
        gaps.addIf(draft.hasResponses() && !tally.identified(), "survey.respondent-ids");
        gaps.addIf(draft.hasResponses() && tally.isGatheredTwice(), "survey.rows-once");
        boolean bySop = duty != null && duty.minimumRespondents() != null;
        Integer minimum = bySop
                ? duty.minimumRespondents()
                : gaps.parameter("skm/minimum-respondents", law.count("skm/minimum-respondents"));
        boolean enoughAnyway = respondents == null || minimum == null || respondents >= minimum;
        if (draft.sop() != null && duty == null && enoughAnyway) {
            gaps.add("survey.sop", Map.of("value", draft.sop()));
        }
        Sample sample = new Sample(
                respondents,
                draft.hasResponses() ? Integer.valueOf(tally.mostRespondents()) : respondents,
                minimum,
                bySop ? duty.ground() : null,
                draft.population(),
                requiredSample(),
                draft.hasResponses() && !tally.hasLostScores() ? tally.uniform() : null,
                groups(tally),
                repeated(tally));
        noteLost(sample, tally);
        return sample;
    }

    private void noteLost(Sample sample, ResponseTally tally) {
        if (tally == null || !tally.hasLostScores()) {
            return;
        }
        Map<String, Object> rows = Map.of("count", tally.mostRespondents() == Integer.MAX_VALUE ? "?" : tally.lost());
        if (sample.mayReach(sample.minimum())) {
            gaps.add("survey.all-respondents", rows);
        }
        if (sample.mayReach(sample.required())) {
            gaps.add("survey.whole-sample", rows);
        }
        if (sample.groups().stream().anyMatch(g -> g.getRepresented() == null)) {
            gaps.add("survey.all-groups", rows);
        }
        gaps.addIf(tally.mayBeUniform(), "survey.all-answers");
    }

    private Integer requiredSample() {
        if (draft.population() == null || draft.population() < 1) {
            gaps.add("survey.population");
            return null;
        }
        KrejcieMorgan.PARAMETERS.forEach(key -> gaps.parameter(key, law.value(key)));
        KrejcieMorgan formula = KrejcieMorgan.of(law);
        return formula == null ? null : Integer.valueOf(formula.sampleOf(draft.population()));
    }

    private List<RequiredGroup> groups(ResponseTally tally) {
        if (duty == null || duty.groups().isEmpty()) {
            return List.of();
        }
        if (tally == null || tally.groups().isEmpty()) {
            gaps.add("survey.groups");
            return List.of();
        }
        return duty.groups().stream()
                .map(group -> new RequiredGroup(
                        origin.subject().about(group),
                        group,
                        tally.groups().getOrDefault(Wording.normalise(group), 0),
                        tally.mostRespondents() > tally.respondents(),
                        origin.evidence(),
                        origin.lawDate(),
                        duty.ground()))
                .toList();
    }

    private List<RepeatedRespondent> repeated(ResponseTally tally) {
        if (tally == null) {
            return List.of();
        }
        return tally.repetitions().stream()
                .map(r -> new RepeatedRespondent(
                        origin.subject().about(r.respondent()), r.respondent(), r.cells(), origin.lawDate()))
                .toList();
    }

    private LocalDate nextDue() {
        if (draft.period() == null) {
            return null;
        }
        TimeLimit interval = gaps.parameter("skm/interval", law.limit("skm/interval"));
        return interval == null ? null : after(draft.period().end(), interval);
    }

    private static LocalDate after(LocalDate day, TimeLimit limit) {
        return switch (limit.unit()) {
            case MENIT, JAM -> day;
            case HARI -> day.plusDays(limit.amount());
            case MINGGU -> day.plusWeeks(limit.amount());
            case BULAN -> day.plusMonths(limit.amount());
        };
    }
}
