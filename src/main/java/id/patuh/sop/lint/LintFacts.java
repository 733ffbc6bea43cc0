package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.violation.MissingFact;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derives the linter's facts from SOP definitions. */
public final class LintFacts {

    /** Parameters without which rules find nothing. */
    private static final Set<String> READ = Stream.of(
                    DocumentNames.PARAMETERS, StepWords.APPROVAL, List.of(DocumentFlow.MAKING, StepWords.LOOK_ALIKES))
            .flatMap(List::stream)
            .collect(Collectors.toCollection(TreeSet::new));

    private final Sources sources;
    private final Parameters parameters;
    private final Function<String, WorkingCalendar> calendars;
    private final LocalDate asOf;

    /**
     * @param calendars working calendar by id
     * @param asOf the day whose law the definitions are compared with
     */
    public LintFacts(
            Sources sources, Parameters parameters, Function<String, WorkingCalendar> calendars, LocalDate asOf) {
        this.sources = sources;
        this.parameters = parameters;
        this.calendars = calendars;
        this.asOf = asOf;
    }

    /**
     * The facts of an SOP.
     *
     * @param all other SOPs, whose roles it is compared with
     * @return also a {@link MissingFact} for whatever keeps a rule from being evaluated
     */
    public List<Object> of(Sop sop, Collection<Sop> all) {
        Parameters.InForce law = parameters.on(asOf);
        List<Object> facts = new ArrayList<>();
        TotalTime total = new TotalTime(sop, law, calendars.apply(sop.calendar()));
        facts.add(new SopFact(sop, asOf, law, total));
        DocumentFlow flow = new DocumentFlow(sop, law);
        StepWords words = new StepWords(sop, law);
        for (Step step : sop.steps()) {
            facts.add(new StepFact(sop, step, asOf, law, flow, words));
        }
        facts.addAll(Citations.of(sop, sources, asOf));
        facts.addAll(RoleFact.of(sop, all, asOf));
        facts.addAll(missing(sop, law, total));
        return facts;
    }

    private List<MissingFact> missing(Sop sop, Parameters.InForce law, TotalTime total) {
        List<MissingFact> missing = new ArrayList<>();
        for (String key : READ) {
            if (law.value(key) == null) {
                missing.add(missing(sop, "parameter:" + key, Map.of("day", asOf)));
            }
        }
        if (total.open()) {
            missing.add(missing(sop, "lint.limit", Map.of()));
        }
        return missing;
    }

    private static MissingFact missing(Sop sop, String need, Map<String, Object> details) {
        return new MissingFact(need, Subject.ofSop(sop.id()), sop.file(), details);
    }
}
