package id.patuh.bench.tables;

import id.patuh.engine.RuleMetadata;
import id.patuh.law.CalendarDefinition.Hours;
import id.patuh.law.Clock;
import id.patuh.law.Parameter;
import id.patuh.law.Parameters;
import id.patuh.law.WorkingCalendar;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes what the rule set says of activity logs as plain tables, so that others can do the same work without compiling
 * any rules. Refuses a rule set that asks for more than the tables can say.
 */
public final class Definitions {

    /** Where the tables are. */
    public static final Path FOLDER = Path.of("target", "bench", "definitions");

    private static final LocalDate LAW_OF = LocalDate.of(2026, 1, 1);

    private Definitions() {}

    public static void main(String[] args) throws IOException {
        write(RuleSetReader.read(Path.of("rules")));
    }

    /** Writes all tables. */
    public static void write(RuleSet rules) throws IOException {
        Files.createDirectories(FOLDER);
        require(rules.calendarOfUnit().isEmpty(), "units with calendars of their own");
        settings(rules).write(FOLDER.resolve("settings.tsv"));
        rules(rules).write(FOLDER.resolve("rules.tsv"));
        messages(rules).write(FOLDER.resolve("messages.tsv"));
        hours(rules.calendar(null)).write(FOLDER.resolve("hours.tsv"));
        Table sops = new Table("sop", "id", "number", "key", "number_key", "in_force");
        Table aliases = new Table("sop", "alias", "role");
        Table documents = new Table("sop", "position", "no", "kind", "name");
        Table steps = new Table(
                "sop",
                "position",
                "no",
                "title",
                "executors",
                "inferred",
                "within",
                "amount",
                "unit",
                "deadline_from",
                "optional",
                "decision",
                "approve",
                "revise",
                "after");
        Set<String> ids = new HashSet<>();
        for (Sop sop : rules.sops().all()) {
            require(ids.add(Wording.key(sop.id())), "several revisions of " + sop.id());
            require(sop.until() == null && !sop.free() && sop.constraints().isEmpty(), "what is in " + sop.id());
            require(rules.calendar(sop.calendar()) == rules.calendar(null), "the calendar of " + sop.id());
            sops.add(sop.id(), sop.id(), sop.number(), Wording.key(sop.id()), Wording.key(sop.number()), sop.inForce());
            sop.roleAliases().forEach((role, all) -> all.forEach(alias -> aliases.add(sop.id(), alias, role)));
            for (Step step : sop.steps()) {
                add(steps, sop, step);
                step.inputs().forEach(name -> documents.add(sop.id(), step.position(), step.no(), "inputs", name));
                step.outputs().forEach(name -> documents.add(sop.id(), step.position(), step.no(), "outputs", name));
            }
        }
        sops.write(FOLDER.resolve("sops.tsv"));
        aliases.write(FOLDER.resolve("aliases.tsv"));
        steps.write(FOLDER.resolve("steps.tsv"));
        documents.write(FOLDER.resolve("documents.tsv"));
    }

    private static void add(Table steps, Sop sop, Step step) {
        require(step.clock() == Clock.WORKING, "the clock of " + sop.id());
        require(
                step.within() == null || step.limit() != null || step.deadlineFrom() != null,
                "a limit that nobody can measure in " + sop.id());
        Step.Decision decision = step.decision();
        steps.add(
                sop.id(),
                step.position(),
                step.no(),
                step.title(),
                String.join("; ", step.executor()),
                step.executorInferred() ? 1 : 0,
                step.within(),
                step.limit() == null ? null : step.limit().amount(),
                step.limit() == null ? null : step.limit().unit(),
                step.limit() == null ? step.deadlineFrom() : null,
                step.optional() ? 1 : 0,
                decision == null ? 0 : 1,
                decision == null ? null : decision.approve(),
                decision == null ? null : decision.revise(),
                step.after().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static Table settings(RuleSet rules) throws IOException {
        Parameters.InForce law = rules.parameters().on(LAW_OF);
        Table settings = new Table("key", "value");
        try (JarFile jar = new JarFile(Path.of("target", "patuh.jar").toFile())) {
            settings.add("tool", jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
        }
        settings.add("version", rules.version());
        settings.add("sha256", rules.sha256());
        settings.add("maximum-rounds", law.count("sop/maximum-rounds"));
        settings.add("stall-limit", law.text("sop/stall-limit"));
        settings.add("near-similarity", law.decimal("documents/near-similarity"));
        settings.add("state-words", String.join(" ", law.words("documents/state-words")));
        settings.add("filler-words", String.join(" ", law.words("documents/filler-words")));
        return settings;
    }

    private static Table rules(RuleSet rules) {
        Table table = new Table("id", "severity", "basis", "needs");
        for (RuleMetadata rule : rules.rules().catalog()) {
            if (isOfLogs(rule)) {
                String basis = Stream.concat(
                                Stream.of(rule.basis()),
                                rule.parameters().stream().map(key -> basis(rules, key)))
                        .map(b -> clause(rules, b))
                        .distinct()
                        .collect(Collectors.joining("; "));
                table.add(rule.id(), rule.severity(), basis, String.join(" ", rule.needs()));
            }
        }
        return table;
    }

    /** SOPs of the tables state no constraints. */
    private static boolean isOfLogs(RuleMetadata rule) {
        return rule.topic().equals("sop") && !rule.id().startsWith("constraint-");
    }

    private static String basis(RuleSet rules, String parameter) {
        List<Parameter.Value> values =
                rules.parameters().find(parameter).orElseThrow().values();
        require(values.size() == 1, "several values of " + parameter);
        return values.get(0).basis();
    }

    private static String clause(RuleSet rules, String basis) {
        int slash = basis.indexOf('/');
        return rules.sources().find(basis.substring(0, slash)).orElseThrow().shortTitle() + " ("
                + basis.substring(slash + 1) + ")";
    }

    private static Table messages(RuleSet rules) {
        Table table = new Table("key", "text");
        rules.rules().catalog().stream()
                .filter(Definitions::isOfLogs)
                .map(RuleMetadata::id)
                .distinct()
                .forEach(id -> add(table, rules, id));
        add(table, rules, "needs.log.plan-schedule");
        for (String label : List.of("hours", "minutes", "seconds", "part.sop")) {
            table.add(label, Language.ID.label(label));
        }
        return table;
    }

    private static void add(Table table, RuleSet rules, String key) {
        table.add(key, rules.messages().text(key, "id").orElseThrow());
        for (String suffix : List.of(".expected", ".actual")) {
            require(rules.messages().text(key + suffix, "id").isEmpty(), "the text " + key + suffix);
        }
    }

    private static Table hours(WorkingCalendar calendar) {
        LocalDate from = Objects.requireNonNull(calendar.definition().coverageFrom());
        LocalDate until = calendar.definition().coverageUntil();
        LocalDateTime first = from.atStartOfDay();
        Table table = new Table("start", "finish");
        table.add(millis(calendar, first), millis(calendar, first));
        IntStream.rangeClosed(0, (int) ChronoUnit.DAYS.between(from, until)).forEach(i -> {
            LocalDateTime day = first.plusDays(i);
            for (Hours hours : calendar.definition().hoursOn(day.toLocalDate())) {
                require(hours.until().isAfter(hours.from()), "hours up to midnight");
                table.add(millis(calendar, day.with(hours.from())), millis(calendar, day.with(hours.until())));
            }
        });
        LocalDateTime end = first.plusDays(ChronoUnit.DAYS.between(from, until) + 1);
        table.add(millis(calendar, end), millis(calendar, end));
        return table;
    }

    private static long millis(WorkingCalendar calendar, LocalDateTime local) {
        return local.atZone(calendar.zone()).toInstant().toEpochMilli();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("not for tables: " + what);
        }
    }
}
