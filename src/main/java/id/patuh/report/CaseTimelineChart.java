package id.patuh.report;

import id.patuh.chart.TimeBars;
import id.patuh.check.CaseTimeline;
import id.patuh.check.CaseTimeline.Execution;
import id.patuh.check.CaseTimeline.Pause;
import id.patuh.check.CaseTimeline.StepLine;
import id.patuh.law.Clock;
import id.patuh.law.Overrun;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The timeline of a case in words of one language, ready to be drawn. */
public final class CaseTimelineChart {

    private final CaseTimeline timeline;
    private final Words words;
    private final Language language;
    private final ZoneId zone;

    /**
     * @param words of the rule set that the timeline was told by, in the language
     * @param zone in which times are shown
     */
    public CaseTimelineChart(CaseTimeline timeline, Words words, Language language, ZoneId zone) {
        this.timeline = timeline;
        this.words = words;
        this.language = language;
        this.zone = zone;
    }

    /** What is to be drawn. */
    public TimeBars chart() {
        CaseTimeline.Working working = timeline.working();
        return new TimeBars(
                label("title") + " " + SubjectWords.of(timeline.subject(), language),
                zone,
                timeline.asOf(),
                new TimeBars.Working(
                        working.knownFrom(),
                        working.knownUntil(),
                        working.spans().stream()
                                .map(span -> new TimeBars.Span(span.from(), span.until()))
                                .toList()),
                timeline.steps().stream().map(this::step).toList());
    }

    /** What ought to be said beside it: that the SOP is not known, or rows could not be read; mostly nothing. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (timeline.sop() == null) {
            notes.add(label("sop-unknown"));
        }
        if (timeline.lost() != null) {
            notes.add(label("rows-lost") + " " + Place.of(timeline.lost(), language));
        }
        return notes;
    }

    private TimeBars.Step step(StepLine step) {
        List<TimeBars.Bar> bars = new ArrayList<>();
        boolean rounds = step.executions().size() > 1;
        step.executions().forEach(execution -> bars.add(bar(execution, rounds)));
        String absence = step.absence() == null ? null : label("absence." + key(step.absence()));
        if (step.pause() != null) {
            bars.add(waiting(step.pause()));
        }
        return new TimeBars.Step(
                name(step), bars, bars.isEmpty() ? absence : null, step.absence() == CaseTimeline.Absence.MISSING);
    }

    private String name(StepLine step) {
        if (step.title() != null) {
            return step.number() + " " + step.title();
        }
        return timeline.sop() == null ? step.number() : step.number() + " (" + label("step-unknown") + ")";
    }

    private TimeBars.Bar bar(Execution execution, boolean rounds) {
        String round = rounds ? label("round") + " " + execution.round() : null;
        String flaw = execution.flaw() == null ? null : label("flaw." + key(execution.flaw()));
        return new TimeBars.Bar(
                joined(", ", round, decision(execution), flaw),
                execution.start(),
                execution.end(),
                execution.due() == null ? null : execution.due().moment(),
                TimeBars.Standing.valueOf(execution.standing().name()),
                execution.lateness() == null ? null : words.value(execution.lateness()),
                joined(
                        "; ",
                        execution.role(),
                        execution.person(),
                        due(execution.due()),
                        Place.of(execution.row(), language)));
    }

    private String decision(Execution execution) {
        return execution.decision() == null ? null : label("decision." + key(execution.decision()));
    }

    /** How the due moment came about, or why there is none. */
    private String due(CaseTimeline.Due due) {
        if (due == null) {
            return label("due.none");
        }
        String limit = due.byPlan() ? label("due.plan") : label("due.limit") + " " + due.limit();
        String clock = due.byPlan() ? null : clock(due.clock());
        String lack = due.lack() == null ? null : label("lack." + due.lack());
        return joined(", ", limit, clock, lack);
    }

    private String clock(Clock clock) {
        String said = label("clock." + key(clock));
        return clock == Clock.WORKING ? said + " " + timeline.working().calendar() : said;
    }

    private TimeBars.Bar waiting(Pause pause) {
        boolean tooLong = !pause.overrun().isZero();
        return new TimeBars.Bar(
                "",
                pause.since(),
                null,
                pause.due(),
                tooLong ? TimeBars.Standing.WAITING_LONG : TimeBars.Standing.WAITING,
                tooLong ? words.value(new Overrun(pause.overrun(), false)) : null,
                label("due.pause") + " " + pause.limit());
    }

    private static String joined(String separator, String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(separator));
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String label(String key) {
        return language.label("timeline." + key);
    }
}
