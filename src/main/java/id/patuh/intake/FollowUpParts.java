package id.patuh.intake;

import id.patuh.skm.FollowUpIdentity;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Lost;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The follow-up reports that were read. A report may be saved as one file a list: parts that hold different lists, and say
 * that they are of one report by the names of their files or by what they say of it, are joined.
 */
final class FollowUpParts {

    /** What files are called after: the sheets of the template and of the official report. Longest first. */
    private static final List<String> TABLES = List.of(
            "kegiatan yang belum selesai",
            "realisasi rencana tindak lanjut",
            "rencana tindak lanjut",
            "kegiatan belum selesai",
            "realisasi rtl",
            "belum selesai",
            "rencana rtl",
            "realisations",
            "realisation",
            "realisasi",
            "rencana",
            "open",
            "plan",
            "rtl");

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> partsOfFile = new HashMap<>();

    /** @param empty where the file holds no row at all: its tables, by their sheets */
    private record Part(String path, FollowUpLists lists, FollowUpRecord report, List<String> empty) {

        /** The file's name without the table's, and where it stands; null where it is not called after a table. */
        String name() {
            int folder = path.lastIndexOf('/') + 1;
            int dot = path.indexOf('.', folder + 1);
            String name = Wording.normalise(
                    path.substring(folder, dot < 0 ? path.length() : dot).replaceAll("[_\\-.]+", " "));
            for (String table : TABLES) {
                if (name.equals(table) || name.endsWith(" " + table)) {
                    String base =
                            name.substring(0, name.length() - table.length()).strip();
                    return path.substring(0, folder) + "/" + base;
                }
            }
            return null;
        }

        /** What the file says of survey, unit and period; null where that may be said of several reports. */
        FollowUpIdentity head() {
            FollowUpIdentity identity = FollowUpIdentity.of(report);
            return identity.isNamed() ? identity : null;
        }
    }

    /** The note on a table without rows. */
    static InputNote empty(String sheet) {
        return new InputNote(
                sheet == null ? "table-empty" : "sheet-empty", sheet == null ? Map.of() : Map.of("sheet", sheet));
    }

    /** Takes what a file holds of a report. */
    void add(String path, FollowUpLists lists, List<String> empty, DatasetBuilder target) {
        Part part = new Part(path, lists, lists.read(), empty);
        if (target.follow(part.report()) && !lists.kinds().isEmpty()) {
            parts.add(part);
            partsOfFile.merge(path, 1, Integer::sum);
        }
    }

    /** Joins the parts of one report, once every file has been read. */
    void join(DatasetBuilder target) {
        Map<FollowUpRecord, FollowUpRecord> joined = new IdentityHashMap<>();
        for (Function<Part, Object> sign : List.<Function<Part, Object>>of(this::name, Part::head)) {
            Map<Object, List<Part>> groups = parts.stream()
                    .filter(p -> !joined.containsKey(p.report()) && sign.apply(p) != null)
                    .collect(Collectors.groupingBy(sign, LinkedHashMap::new, Collectors.toList()));
            for (List<Part> group : groups.values()) {
                if (group.size() > 1 && areOfOneReport(group)) {
                    group.forEach(part -> joined.put(part.report(), null));
                    joined.put(group.get(0).report(), joined(group));
                    noteJoined(group, target);
                }
            }
        }
        target.followUps.replaceAll(report -> joined.containsKey(report) ? joined.get(report) : report);
        target.followUps.removeIf(Objects::isNull);
        parts.stream().filter(p -> !joined.containsKey(p.report())).forEach(p -> noteEmpty(p, target));
    }

    /** What the file is called, without the name of its list; null where it has several reports, or no such name. */
    private Object name(Part part) {
        return partsOfFile.get(part.path()) == 1 ? part.name() : null;
    }

    private static void noteEmpty(Part part, DatasetBuilder target) {
        for (String sheet : part.empty()) {
            // A list of what is not finished yet may be empty; a report cannot.
            if (part.lists().kinds().equals(EnumSet.of(TableKind.OPEN))) {
                note(part, empty(sheet), target);
            } else {
                target.rejected.add(new RejectedRow(part.path(), sheet, null, null, null, "rows-none", Map.of()));
            }
        }
    }

    /** Whether no list stands in two of them and what they say of the report agrees. */
    private static boolean areOfOneReport(List<Part> group) {
        Set<TableKind> seen = EnumSet.noneOf(TableKind.class);
        boolean apart = group.stream().allMatch(p -> p.lists().kinds().stream().allMatch(seen::add));
        return apart
                && agree(group, p -> known(p.survey()))
                && agree(group, p -> known(p.unit()))
                && agree(group, FollowUpRecord::period)
                && agree(group, FollowUpRecord::signedUntil)
                && agree(group, FollowUpRecord::claimedPercent);
    }

    private static String known(String name) {
        String known = Wording.normalise(name);
        return known.isEmpty() ? null : known;
    }

    private static boolean agree(List<Part> group, Function<FollowUpRecord, Object> field) {
        return group.stream()
                        .map(p -> field.apply(p.report()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                < 2;
    }

    private static void noteJoined(List<Part> group, DatasetBuilder target) {
        for (Part part : group) {
            String others = group.stream()
                    .map(Part::path)
                    .filter(path -> !path.equals(part.path()))
                    .distinct()
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .collect(Collectors.joining(", "));
            if (!others.isEmpty()) {
                note(part, new InputNote("report-joined", Map.of("files", others)), target);
            }
            part.empty().forEach(sheet -> note(part, empty(sheet), target));
        }
    }

    private static FollowUpRecord joined(List<Part> group) {
        Part headed = group.stream()
                .max(Comparator.comparingInt(p -> p.lists().headed()))
                .orElseThrow();
        Part planned = holding(TableKind.PLAN, group);
        Part realised = holding(TableKind.REALISATIONS, group);
        return new FollowUpRecord(
                first(group, FollowUpRecord::survey),
                first(group, FollowUpRecord::unit),
                first(group, FollowUpRecord::period),
                first(group, FollowUpRecord::signedFrom),
                first(group, FollowUpRecord::signedUntil),
                first(group, FollowUpRecord::claimedPercent),
                planned.report().plan(),
                realised.lists().realisedIn(planned.lists().planNumbers()),
                realised.report().reportsDone(),
                holding(TableKind.OPEN, group).report().open(),
                new Lost(sum(group, Lost::plan), sum(group, Lost::realisations), sum(group, Lost::open)),
                headed.report().row());
    }

    private static int sum(List<Part> group, ToIntFunction<Lost> list) {
        return group.stream().mapToInt(p -> list.applyAsInt(p.report().lost())).sum();
    }

    /** The part that has the list; failing that any, which has nothing of it. */
    private static Part holding(TableKind kind, List<Part> group) {
        return group.stream()
                .filter(p -> p.lists().kinds().contains(kind))
                .findFirst()
                .orElse(group.get(0));
    }

    private static <T> T first(List<Part> group, Function<FollowUpRecord, T> field) {
        return group.stream()
                .map(p -> field.apply(p.report()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static void note(Part part, InputNote note, DatasetBuilder target) {
        for (int i = 0; i < target.inputs.size(); i++) {
            InputFile file = target.inputs.get(i);
            if (file.path().equals(part.path())) {
                Set<InputNote> notes = new LinkedHashSet<>(file.notes());
                notes.add(note);
                target.inputs.set(
                        i,
                        new InputFile(
                                file.path(),
                                file.kind(),
                                file.sha256(),
                                file.rows(),
                                file.rejected(),
                                List.copyOf(notes)));
                return;
            }
        }
    }
}
