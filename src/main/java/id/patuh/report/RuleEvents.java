package id.patuh.report;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of a rule from version to version of the rulebook, for people or programs. */
public final class RuleEvents {

    private final List<RuleEvent> events;
    private final String problem;
    private final ZoneId zone;

    private RuleEvents(List<RuleEvent> events, String problem, ZoneId zone) {
        this.events = events;
        this.problem = problem;
        this.zone = zone;
    }

    /**
     * What the rulebook tells.
     *
     * @param events in order
     * @param zone for a person's times
     */
    public static RuleEvents of(List<RuleEvent> events, ZoneId zone) {
        return new RuleEvents(List.copyOf(events), null, zone);
    }

    /** Where no rulebook was kept. */
    public static RuleEvents none() {
        return new RuleEvents(null, null, null);
    }

    /** Where there is a rulebook that cannot be read. */
    public static RuleEvents unreadable(String why) {
        return new RuleEvents(null, why, null);
    }

    /** Lines for a person, below the title. */
    void tell(Lines lines, String indent, Language language) {
        if (events == null) {
            lines.wrapped(indent, problem == null ? language.label("show.history.no-rulebook") : problem);
        } else if (events.isEmpty()) {
            lines.wrapped(indent, language.label("show.history.unpublished"));
        } else {
            events.forEach(event -> {
                Map<String, String> values = values(event, language);
                lines.wrapped(indent, Template.fill(language.label("show.history.event"), values::get));
                new DiffReport(event.changes(), language)
                        .changes()
                        .lines()
                        .forEach(line -> lines.add(line.isEmpty() ? "" : indent + indent + line));
            });
        }
    }

    private Map<String, String> values(RuleEvent event, Language language) {
        String comment = event.comment();
        return Map.of(
                "version",
                Long.toString(event.version()),
                "kind",
                language.label("show.history." + word(event.kind())),
                "action",
                language.label(event.rolledBack() ? "show.history.rolled-back" : "show.history.published"),
                "at",
                Moments.toTheSecond(event.at(), zone),
                "from",
                Moments.toTheSecond(event.effectiveFrom(), zone),
                "author",
                event.author(),
                "approver",
                event.approver(),
                "publisher",
                event.publisher(),
                "comment",
                comment);
    }

    private static String word(RuleEvent.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** For programs: null where there is no rulebook. */
    List<Map<String, Object>> json() {
        if (events == null) {
            return null;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (RuleEvent event : events) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("version", event.version());
            one.put("kind", word(event.kind()));
            one.put("action", event.rolledBack() ? "rolled-back" : "published");
            one.put("at", event.at().toString());
            one.put("effectiveFrom", event.effectiveFrom().toString());
            one.put("author", event.author());
            one.put("approver", event.approver());
            one.put("publisher", event.publisher());
            one.put("comment", event.comment());
            one.put("changes", new DiffReport(event.changes(), Language.ID).tree());
            all.add(one);
        }
        return all;
    }

    /** Why the rulebook cannot be read; null where it can, or where there is none. */
    public String problem() {
        return problem;
    }
}
