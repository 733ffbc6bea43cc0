package id.patuh.ruleset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import id.patuh.engine.RuleProblem;
import id.patuh.law.CalendarDefinition;
import id.patuh.law.WorkingCalendar;
import id.patuh.wording.Wording;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code calendar/}: working hours as YAML, holidays as CSV tables beside them. */
final class CalendarReader {

    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final RuleSetFiles files;
    private final List<RuleProblem> problems;

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

            @com.fasterxml.jackson.annotation.JsonProperty("extends")
            String parent,

            Map<String, List<String>> week,
            List<SeasonYaml> seasons,
            List<String> holidays) {}

    CalendarReader(RuleSetFiles files, List<RuleProblem> problems) {
        this.files = files;
        this.problems = problems;
    }

    Map<String, WorkingCalendar> calendars() {
        Map<String, CalendarYaml> yamls = new TreeMap<>();
        Map<String, String> fileOf = new HashMap<>();
        for (String file : files.paths("calendar", ".yaml")) {
            if (!file.equals("calendar/units.yaml")) {
                try {
                    CalendarYaml yaml = Yaml.read(file, files.text(file), CalendarYaml.class);
                    yamls.put(yaml.id(), yaml);
                    fileOf.put(yaml.id(), file);
                } catch (RuleSetException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        Map<String, WorkingCalendar> calendars = new TreeMap<>();
        boolean allRead = problems.isEmpty();
        yamls.values().stream().filter(y -> y.parent() == null).forEach(y -> add(y, y, fileOf, calendars));
        for (CalendarYaml yaml : yamls.values()) {
            if (yaml.parent() != null && calendars.containsKey(yaml.parent())) {
                add(yaml, yamls.get(yaml.parent()), fileOf, calendars);
            } else if (yaml.parent() != null && allRead && !yamls.containsKey(yaml.parent())) {
                problems.add(new RuleProblem(
                        fileOf.get(yaml.id()), 0, "extends \"" + yaml.parent() + "\", which is no calendar"));
            }
        }
        boolean broken = problems.stream().anyMatch(p -> p.file().startsWith("calendar/"));
        if (!calendars.containsKey(RuleSet.DEFAULT_CALENDAR) && !broken) {
            problems.add(new RuleProblem("calendar", 0, "no calendar " + RuleSet.DEFAULT_CALENDAR));
        }
        return calendars;
    }

    private void add(
            CalendarYaml yaml, CalendarYaml base, Map<String, String> fileOf, Map<String, WorkingCalendar> calendars) {
        String file = fileOf.get(yaml.id());
        try {
            calendars.put(yaml.id(), new WorkingCalendar(definition(yaml, base)));
        } catch (IllegalArgumentException | DateTimeException e) {
            List<RuleProblem> found = List.of(new RuleProblem(file, 0, e.getMessage()));
            problems.addAll(YamlLines.locate(found, files.text(file)));
        }
    }

    /** Calendars that units keep of their own, by the unit's normalised name. */
    Map<String, String> calendarOfUnit() {
        Map<String, String> byUnit = new HashMap<>();
        String file = "calendar/units.yaml";
        if (files.has(file)) {
            LawYaml.UnitsYaml yaml = Yaml.read(file, files.text(file), LawYaml.UnitsYaml.class);
            if (yaml.calendars() != null) {
                yaml.calendars().forEach((unit, id) -> byUnit.put(Wording.normalise(unit), id));
            }
        }
        return byUnit;
    }

    private CalendarDefinition definition(CalendarYaml yaml, CalendarYaml base) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        List<String> tables = yaml.holidays() != null ? yaml.holidays() : SopYaml.orEmpty(base.holidays());
        for (String table : tables) {
            holidays.putAll(holidays("calendar/" + table));
        }
        List<CalendarDefinition.Season> seasons = new ArrayList<>();
        for (SeasonYaml season : yaml.seasons() != null ? yaml.seasons() : SopYaml.orEmpty(base.seasons())) {
            seasons.add(new CalendarDefinition.Season(season.from(), season.until(), week(season.week())));
        }
        // A table of holidays is complete for the years that it has rows of, and says nothing of others.
        LocalDate first =
                holidays.isEmpty() ? null : holidays.keySet().iterator().next().withDayOfYear(1);
        LocalDate last = holidays.isEmpty()
                ? null
                : ((TreeMap<LocalDate, String>) holidays)
                        .lastKey()
                        .withMonth(12)
                        .withDayOfMonth(31);
        return new CalendarDefinition(
                yaml.id(),
                ZoneId.of(yaml.zone() != null ? yaml.zone() : base.zone()),
                week(yaml.week() != null ? yaml.week() : base.week()),
                seasons,
                holidays,
                first,
                last);
    }

    private static CalendarDefinition.Week week(Map<String, List<String>> yaml) {
        Map<DayOfWeek, List<CalendarDefinition.Hours>> days = new HashMap<>();
        yaml.forEach((day, hours) -> {
            int index = DAYS.indexOf(day);
            if (index < 0) {
                throw new IllegalArgumentException("day " + day + " is none of " + DAYS);
            }
            days.put(
                    DayOfWeek.of(index + 1),
                    hours.stream().map(CalendarReader::hours).toList());
        });
        return new CalendarDefinition.Week(days);
    }

    private static CalendarDefinition.Hours hours(String text) {
        String[] ends = text.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException("hours \"" + text + "\" are not written as 07:30-12:00");
        }
        return new CalendarDefinition.Hours(LocalTime.parse(ends[0].strip()), until(ends[1].strip()));
    }

    /** The end of a day is written 24:00, which the calendar holds as the midnight that follows. */
    private static LocalTime until(String text) {
        return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private Map<LocalDate, String> holidays(String file) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        if (!files.has(file)) {
            problems.add(new RuleProblem(file, 0, "no such table of holidays"));
            return holidays;
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(files.text(file))) {
            for (NamedCsvRecord row : rows) {
                try {
                    holidays.put(LocalDate.parse(row.getField("date")), row.getField("name"));
                } catch (RuntimeException e) {
                    problems.add(new RuleProblem(file, (int) row.getStartingLineNumber(), e.getMessage()));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(file, e);
        }
        return holidays;
    }
}
