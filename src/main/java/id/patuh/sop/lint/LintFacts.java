package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Derives the linter's facts from SOP definitions. */
public final class LintFacts {

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
     */
    public List<Object> of(Sop sop, Collection<Sop> all) {
        Parameters.InForce law = parameters.on(asOf);
        List<Object> facts = new ArrayList<>();
        facts.add(new SopFact(sop, law, calendars.apply(sop.calendar())));
        DocumentFlow flow = new DocumentFlow(sop, law);
        StepWords words = new StepWords(sop, law);
        for (Step step : sop.steps()) {
            facts.add(new StepFact(sop, step, law, flow, words));
        }
        facts.addAll(Citations.of(sop, sources, asOf));
        facts.addAll(RoleFact.of(sop, all, asOf));
        return facts;
    }
}
