package id.patuh.web.rulebook;

import id.patuh.account.Permission;
import id.patuh.edit.RuleTables;
import id.patuh.law.CalendarDefinition;
import id.patuh.law.WorkingCalendar;
import id.patuh.report.Language;
import id.patuh.report.RuleEvents;
import id.patuh.report.RuleList;
import id.patuh.report.RuleSheet;
import id.patuh.report.RuleSheet.Read;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleItem.Kind;
import id.patuh.ruleset.RuleLibrary;
import id.patuh.sop.Sop;
import id.patuh.template.SopTable;
import id.patuh.violation.Severity;
import id.patuh.web.access.Requires;
import id.patuh.web.frame.NotThere;
import id.patuh.web.frame.Preferences;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rule set that is checked by: rules, SOPs, values and calendars. */
@Controller
class CatalogueController {

    private static final List<Kind> VALUES = List.of(Kind.PARAMETER, Kind.GRADE);

    private final RuleLibraries libraries;
    private final Rulebook rulebook;
    private final MessageSource texts;
    private final ZoneId zone;

    CatalogueController(RuleLibraries libraries, Rulebook rulebook, MessageSource texts, ZoneId zone) {
        this.libraries = libraries;
        this.rulebook = rulebook;
        this.texts = texts;
        this.zone = zone;
    }

    /**
     * A rule in the list.
     *
     * @param sentence what it demands; empty where the rule set has no sentence
     * @param confirmed whether its legal basis was read in an official text
     */
    record Entry(
            String id,
            String title,
            String sentence,
            List<Severity> severities,
            List<String> policy,
            String basis,
            boolean confirmed,
            List<Read> reads,
            int cases) {

        private boolean holds(String text) {
            String wanted = text.toLowerCase(Locale.ROOT);
            return Stream.of(id, title, sentence, basis)
                    .anyMatch(own -> own.toLowerCase(Locale.ROOT).contains(wanted));
        }
    }

    /** Rules of one subject. */
    record Topic(String word, String title, List<Entry> entries) {}

    /** What is looked for; blank texts ask for everything. */
    record Filter(String text, String topic, String severity, boolean unconfirmed) {

        private boolean isEmpty() {
            return text.isBlank() && topic.isBlank() && severity.isBlank() && !unconfirmed;
        }

        private boolean takes(Entry entry) {
            return entry.holds(text.strip())
                    && (severity.isBlank()
                            || entry.severities().stream()
                                    .anyMatch(each -> each.word().equals(severity)))
                    && (!unconfirmed || !entry.confirmed());
        }
    }

    @GetMapping("/rules")
    @Requires(Permission.READ_RULES)
    String rules(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "false") boolean unconfirmed,
            Model model,
            HttpServletRequest request) {
        RuleLibrary library = libraries.inForce();
        Language language = Preferences.language(request);
        Filter filter = new Filter(text, topic, severity, unconfirmed);
        List<RuleList.Row> rows = new RuleList(library.ruleSet(), language).rows();
        List<Topic> topics = topics(library, rows, filter, language);
        model.addAttribute("ruleSet", library.ruleSet());
        model.addAttribute("filter", filter);
        model.addAttribute("filtered", !filter.isEmpty());
        model.addAttribute("topics", topics);
        model.addAttribute(
                "count",
                topics.stream().mapToLong(each -> each.entries().size()).sum());
        model.addAttribute(
                "choices",
                rows.stream()
                        .map(RuleList.Row::topic)
                        .distinct()
                        .collect(Collectors.toMap(
                                word -> word, word -> topic(word, language), (one, other) -> one, TreeMap::new)));
        model.addAttribute("severities", Severity.values());
        return "rules";
    }

    private List<Topic> topics(RuleLibrary library, List<RuleList.Row> rows, Filter filter, Language language) {
        Map<String, List<Entry>> found = new LinkedHashMap<>();
        for (RuleList.Row row : rows) {
            if (filter.topic().isBlank() || filter.topic().equals(row.topic())) {
                Entry entry = entry(library, row, language);
                if (filter.takes(entry)) {
                    found.computeIfAbsent(row.topic(), word -> new ArrayList<>())
                            .add(entry);
                }
            }
        }
        return found.entrySet().stream()
                .map(each -> new Topic(each.getKey(), topic(each.getKey(), language), each.getValue()))
                .toList();
    }

    private String topic(String word, Language language) {
        return texts.getMessage("rules.topic." + word, null, word, language.locale());
    }

    private Entry entry(RuleLibrary library, RuleList.Row row, Language language) {
        RuleSheet sheet = sheet(library, row.id(), language, RuleEvents.none());
        return new Entry(
                row.id(),
                row.title(),
                sheet.sentence().orElse(""),
                row.severities(),
                row.policy(),
                sheet.basis(),
                sheet.isBasisConfirmed(),
                sheet.reads(),
                sheet.cases().size());
    }

    private RuleSheet sheet(RuleLibrary library, String rule, Language language, RuleEvents history) {
        return new RuleSheet(library, rule, libraries.today(zone), true, language, history);
    }

    @GetMapping("/rules/{rule}")
    @Requires(Permission.READ_RULES)
    String rule(@PathVariable String rule, Model model, HttpServletRequest request) {
        RuleLibrary library = libraries.inForce();
        if (library.ruleSet().rules(rule).isEmpty()) {
            throw new NotThere();
        }
        Language language = Preferences.language(request);
        model.addAttribute("id", rule);
        model.addAttribute("sheet", sheet(library, rule, language, history(rule, language)));
        return "rule";
    }

    private RuleEvents history(String rule, Language language) {
        try {
            return rulebook.history().versions().isEmpty()
                    ? RuleEvents.none()
                    : RuleEvents.of(rulebook.history(rule), zone);
        } catch (RulebookException e) {
            return RuleEvents.unreadable(Refusals.text(e.problem(), language, zone));
        }
    }

    @GetMapping("/rules/sops")
    @Requires(Permission.READ_RULES)
    String sops(Model model) {
        model.addAttribute(
                "sops",
                libraries.inForce().ruleSet().sops().all().stream()
                        .sorted(Comparator.comparing(Sop::id).thenComparing(Sop::inForce))
                        .toList());
        return "rules-sops";
    }

    /** @param inForce the first day of the revision that is meant; of several the last where none is named */
    @GetMapping("/rules/sops/{sop}")
    @Requires(Permission.READ_RULES)
    String sop(@PathVariable String sop, @RequestParam(defaultValue = "") String inForce, Model model) {
        Sop found = libraries.inForce().ruleSet().sops().all().stream()
                .filter(each -> each.id().equals(sop))
                .filter(each -> inForce.isBlank() || each.inForce().toString().equals(inForce))
                .max(Comparator.comparing(Sop::inForce))
                .orElseThrow(NotThere::new);
        model.addAttribute("sop", found);
        model.addAttribute("table", new SopTable(found));
        return "rules-sop";
    }

    @GetMapping("/rules/values")
    @Requires(Permission.READ_RULES)
    String values(Model model, HttpServletRequest request) {
        RuleTables tables = new RuleTables(libraries.inForce(), libraries.today(zone), Preferences.language(request));
        model.addAttribute(
                "tables",
                VALUES.stream().map(kind -> ShownTable.of(tables, kind)).toList());
        return "rules-values";
    }

    /**
     * A calendar.
     *
     * @param week hours by the name of the day
     * @param holidays names by day, the latest first
     */
    record Calendar(
            String id,
            String zone,
            LocalDate from,
            LocalDate until,
            Map<String, String> week,
            List<CalendarDefinition.Season> seasons,
            Map<LocalDate, String> holidays) {}

    @GetMapping("/rules/calendars")
    @Requires(Permission.READ_RULES)
    String calendars(Model model, Locale locale) {
        model.addAttribute(
                "calendars",
                libraries.inForce().ruleSet().calendars().values().stream()
                        .map(WorkingCalendar::definition)
                        .sorted(Comparator.comparing(CalendarDefinition::id))
                        .map(calendar -> calendar(calendar, locale))
                        .toList());
        return "rules-calendars";
    }

    private static Calendar calendar(CalendarDefinition calendar, Locale locale) {
        Map<String, String> week = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String hours =
                    calendar.week().on(day).stream().map(Object::toString).collect(Collectors.joining(", "));
            week.put(day.getDisplayName(TextStyle.FULL, locale), hours.isEmpty() ? "-" : hours);
        }
        Map<LocalDate, String> holidays = new TreeMap<>(Comparator.reverseOrder());
        holidays.putAll(calendar.holidays());
        return new Calendar(
                calendar.id(),
                calendar.zone().getId(),
                calendar.coverageFrom(),
                calendar.coverageUntil(),
                week,
                calendar.seasons(),
                holidays);
    }
}
