package id.patuh.ruleset;

import static id.patuh.ruleset.SopYaml.orEmpty;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.patuh.engine.RuleProblem;
import id.patuh.law.CalendarDefinition;
import id.patuh.law.WorkingCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Makes working calendars of {@code calendar/}: working hours as YAML, holidays as CSV tables beside them. */
final class CalendarReader {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final RuleSetContent files;
    private final List<RuleProblem> problems;
    private final Map<String, NavigableMap<LocalDate, String>> tables = new HashMap<>();

    record SeasonYaml(
            LocalDate from,
            LocalDate until,
            Map<String, List<String>> week,
            String basis,
            boolean confirmed,
            String note) {}

    record CalendarYaml(
            String id,
            String zone,
            String title,
            String legalBasis,
            String note,
            @JsonProperty("extends") String parent,
            Map<String, List<String>> week,
            List<SeasonYaml> seasons,
            List<String> holidays) {}

    /** The parts of a calendar that another may extend. */
    private record Parts(
            ZoneId zone,
            CalendarDefinition.Week week,
            List<CalendarDefinition.Season> seasons,
            NavigableMap<LocalDate, String> holidays) {}

    CalendarReader(RuleSetContent files, List<RuleProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    static CalendarYaml read(YamlFile file, YamlProblems at) {
        CalendarYaml yaml = YamlRecords.read(file, CalendarYaml.class);
        return at.require("id", yaml.id()) ? yaml : null;
    }

    /** The calendars; what another one lacks for being broken is broken too. */
    Folder<WorkingCalendar> calendars(Folder<CalendarYaml> yamls) {
        Map<String, Folder.Entry<CalendarYaml>> byId = new TreeMap<>();
        Set<String> broken = new HashSet<>(yamls.broken());
        for (Folder.Entry<CalendarYaml> entry : yamls.entries()) {
            Folder.Entry<CalendarYaml> first = byId.putIfAbsent(entry.value().id(), entry);
            if (first != null) {
                problems.add(entry.file()
                        .problem(
                                "id",
                                "id-repeated",
                                Map.of("first", first.file().name())));
            }
        }
        Map<String, Parts> own = new HashMap<>();
        byId.forEach((id, entry) -> parts(entry).ifPresentOrElse(parts -> own.put(id, parts), () -> broken.add(id)));
        List<Folder.Entry<WorkingCalendar>> calendars = new ArrayList<>();
        byId.forEach((id, entry) -> {
            if (!broken.contains(id)) {
                calendar(entry, own, broken)
                        .ifPresentOrElse(
                                calendar -> calendars.add(new Folder.Entry<>(entry.file(), calendar)),
                                () -> broken.add(id));
            }
        });
        if (!byId.containsKey(RuleSet.DEFAULT_CALENDAR) && !broken.contains(RuleSet.DEFAULT_CALENDAR)) {
            problems.add(RuleProblem.of("calendar", "calendar-absent", Map.of("calendar", RuleSet.DEFAULT_CALENDAR)));
        }
        return new Folder<>(calendars, broken);
    }

    /** What a calendar says itself; empty if part of it is wrong. */
    private Optional<Parts> parts(Folder.Entry<CalendarYaml> entry) {
        CalendarYaml yaml = entry.value();
        YamlProblems at = new YamlProblems(entry.file());
        ZoneId zone = zone(yaml, at);
        CalendarDefinition.Week week = yaml.week() == null ? null : week("week", yaml.week(), at);
        if (week != null && week.hours().isEmpty()) {
            at.add("week", "week-empty");
        }
        List<CalendarDefinition.Season> seasons = yaml.seasons() == null ? null : seasons(yaml.seasons(), at);
        NavigableMap<LocalDate, String> holidays = yaml.holidays() == null ? null : holidays(yaml.holidays(), at);
        problems.addAll(at.found());
        return at.isEmpty() ? Optional.of(new Parts(zone, week, seasons, holidays)) : Optional.empty();
    }

    /** The calendar with what it takes over; empty if that is not to be had. */
    private Optional<WorkingCalendar> calendar(
            Folder.Entry<CalendarYaml> entry, Map<String, Parts> all, Set<String> broken) {
        CalendarYaml yaml = entry.value();
        Parts own = all.get(yaml.id());
        Parts base = yaml.parent() == null ? own : all.get(yaml.parent());
        YamlProblems at = new YamlProblems(entry.file());
        if (base == null) {
            if (!broken.contains(yaml.parent())) {
                at.add("extends", "calendar-unknown", Map.of("known", String.join(", ", all.keySet())));
            }
        } else {
            at.require("zone", own.zone() != null ? own.zone() : base.zone());
            at.require("week", own.week() != null ? own.week() : base.week());
        }
        problems.addAll(at.found());
        if (base == null || !at.isEmpty()) {
            return Optional.empty();
        }
        NavigableMap<LocalDate, String> holidays =
                own.holidays() != null ? own.holidays() : base.holidays() != null ? base.holidays() : new TreeMap<>();
        return Optional.of(new WorkingCalendar(new CalendarDefinition(
                yaml.id(),
                own.zone() != null ? own.zone() : base.zone(),
                own.week() != null ? own.week() : base.week(),
                own.seasons() != null ? own.seasons() : orEmpty(base.seasons()),
                holidays,
                // A table of holidays is complete for the years that it has rows of, and says nothing of others.
                holidays.isEmpty() ? null : holidays.firstKey().withDayOfYear(1),
                holidays.isEmpty() ? null : holidays.lastKey().withMonth(12).withDayOfMonth(31))));
    }

    private static ZoneId zone(CalendarYaml yaml, YamlProblems at) {
        try {
            return yaml.zone() == null ? null : ZoneId.of(yaml.zone());
        } catch (DateTimeException e) {
            at.add("zone", "zone-unknown");
            return null;
        }
    }

    private static CalendarDefinition.Week week(String key, Map<String, List<String>> yaml, YamlProblems at) {
        Map<DayOfWeek, List<CalendarDefinition.Hours>> days = new HashMap<>();
        yaml.forEach((day, texts) -> {
            String dayKey = key + "." + day;
            int index = DAYS.indexOf(day);
            if (index < 0) {
                at.add(dayKey, "day-unknown", Map.of("known", String.join(", ", DAYS)));
                return;
            }
            List<CalendarDefinition.Hours> hours = new ArrayList<>();
            for (int i = 0; i < orEmpty(texts).size(); i++) {
                hours(texts.get(i))
                        .ifPresentOrElse(hours::add, problem(at, dayKey + "[" + (i + 1) + "]", "hours-unreadable"));
            }
            try {
                new CalendarDefinition.Week(Map.of(DayOfWeek.of(index + 1), hours));
                days.put(DayOfWeek.of(index + 1), hours);
            } catch (IllegalArgumentException e) {
                at.add(dayKey, "hours-overlap");
            }
        });
        return new CalendarDefinition.Week(days);
    }

    private static Runnable problem(YamlProblems at, String key, String reason) {
        return () -> at.add(key, reason);
    }

    private static Optional<CalendarDefinition.Hours> hours(String text) {
        String[] ends = text.split("-");
        try {
            return ends.length != 2
                    ? Optional.empty()
                    : Optional.of(
                            new CalendarDefinition.Hours(LocalTime.parse(ends[0].strip()), until(ends[1].strip())));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The end of a day is written 24:00, which the calendar holds as the midnight that follows. */
    private static LocalTime until(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static List<CalendarDefinition.Season> seasons(List<SeasonYaml> yamls, YamlProblems at) {
        List<CalendarDefinition.Season> seasons = new ArrayList<>();
        for (int i = 0; i < yamls.size(); i++) {
            SeasonYaml yaml = yamls.get(i);
            String key = "seasons[" + (i + 1) + "]";
            boolean complete = at.require(key + ".from", yaml.from())
                    & at.require(key + ".until", yaml.until())
                    & at.require(key + ".week", yaml.week());
            if (complete && yaml.until().isBefore(yaml.from())) {
                at.add(
                        key + ".until",
                        "until-before-start",
                        Map.of("from", yaml.from().toString()));
            } else if (complete) {
                for (CalendarDefinition.Season other : seasons) {
                    if (!other.until().isBefore(yaml.from()) && !yaml.until().isBefore(other.from())) {
                        at.add(
                                key,
                                "season-overlap",
                                Map.of(
                                        "from",
                                        other.from().toString(),
                                        "until",
                                        other.until().toString()));
                    }
                }
                seasons.add(
                        new CalendarDefinition.Season(yaml.from(), yaml.until(), week(key + ".week", yaml.week(), at)));
            }
        }
        return seasons;
    }

    private NavigableMap<LocalDate, String> holidays(List<String> names, YamlProblems at) {
        NavigableMap<LocalDate, String> holidays = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            String file = "calendar/" + names.get(i);
            if (files.has(file)) {
                // A table that several calendars share is read, and complained of, once.
                holidays.putAll(tables.computeIfAbsent(file, this::table));
            } else {
                at.add("holidays[" + (i + 1) + "]", "table-absent");
            }
        }
        return holidays;
    }

    private NavigableMap<LocalDate, String> table(String file) {
        NavigableMap<LocalDate, String> holidays = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(files.text(file))) {
            for (NamedCsvRecord row : rows) {
                int line = (int) row.getStartingLineNumber();
                Optional<String> name = row.findField("name");
                Optional<String> date = row.findField("date");
                if (date.isEmpty() || name.isEmpty()) {
                    String column = date.isEmpty() ? "date" : "name";
                    // The header lacks it, and every row with it.
                    int at = row.getHeader().contains(column) ? line : 1;
                    problems.add(new RuleProblem(file, at, 0, column, null, "column-absent", Map.of()));
                    if (at == 1) {
                        break;
                    }
                } else {
                    day(date.get())
                            .ifPresentOrElse(
                                    day -> holidays.put(day, name.get()),
                                    () -> problems.add(
                                            new RuleProblem(file, line, 0, "date", date.get(), "not-date", Map.of())));
                }
            }
        } catch (RuleSetException e) {
            problems.addAll(e.problems());
        } catch (CsvParseException e) {
            problems.add(RuleProblem.of(file, "table-unreadable", Map.of("message", String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return holidays;
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
