package id.patuh.intake;

import id.patuh.skm.FollowUpIdentity;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.FollowUpRecord.Lost;
import id.patuh.wording.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * The follow-up reports that were read from tables. A report may be saved as one file a table: files that hold different
 * tables, and say that they are of one report by their names or by what stands above them, are joined.
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

    /** @param empty where the file holds no row at all: its tables, by their sheets */
    private record Part(String path, FollowUpTables tables, FollowUpRecord report, List<String> empty) {

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
    void add(String path, FollowUpTables tables, List<String> empty, DatasetBuilder target) {
        Part part = new Part(path, tables, tables.read(), empty);
        if (target.follow(part.report())) {
            parts.add(part);
        }
    }

    /** Joins the parts of one report, once every file has been read. */
    void join(DatasetBuilder target) {
        List<Part> left = new ArrayList<>(parts);
        for (Function<Part, Object> sign : List.<Function<Part, Object>>of(Part::name, Part::head)) {
            Map<Object, List<Part>> groups = new LinkedHashMap<>();
            left.stream()
                    .filter(p -> sign.apply(p) != null)
                    .forEach(p -> groups.computeIfAbsent(sign.apply(p), s -> new ArrayList<>())
                            .add(p));
            for (List<Part> group : groups.values()) {
                if (group.size() > 1 && areOfOneReport(group)) {
                    left.removeAll(group);
                    join(group, target);
                }
            }
        }
        for (Part part : left) {
            for (String sheet : part.empty()) {
                // A list of what is not finished yet may be empty; a report cannot.
                if (part.tables().kinds().equals(EnumSet.of(TableKind.OPEN))) {
                    note(part, empty(sheet), target);
                } else {
                    target.rejected.add(new RejectedRow(part.path(), sheet, null, null, null, "rows-none", Map.of()));
                }
            }
        }
    }

    /** Whether no table stands in two of them and what they say of the report agrees. */
    private static boolean areOfOneReport(List<Part> group) {
        Set<TableKind> seen = EnumSet.noneOf(TableKind.class);
        boolean apart = group.stream().allMatch(p -> p.tables().kinds().stream().allMatch(seen::add));
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

    private static void join(List<Part> group, DatasetBuilder target) {
        FollowUpRecord joined = joined(group);
        int place = indexOf(target.followUps, group.get(0).report());
        target.followUps.set(place, joined);
        for (Part part : group) {
            if (part != group.get(0)) {
                target.followUps.remove(indexOf(target.followUps, part.report()));
            }
            String others = group.stream()
                    .filter(p -> p != part)
                    .map(p -> p.path().substring(p.path().lastIndexOf('/') + 1))
                    .collect(Collectors.joining(", "));
            note(part, new InputNote("report-joined", Map.of("files", others)), target);
            part.empty().forEach(sheet -> note(part, empty(sheet), target));
        }
    }

    private static int indexOf(List<FollowUpRecord> reports, FollowUpRecord report) {
        for (int i = 0; i < reports.size(); i++) {
            if (reports.get(i) == report) {
                return i;
            }
        }
        throw new IllegalStateException("the report is not among those read");
    }

    private static FollowUpRecord joined(List<Part> group) {
        Part headed = group.stream()
                .max(Comparator.comparingInt(p -> p.tables().headed()))
                .orElseThrow();
        FollowUpTables planned = holding(TableKind.PLAN, group).tables();
        Part realised = holding(TableKind.REALISATIONS, group);
        return new FollowUpRecord(
                first(group, FollowUpRecord::survey),
                first(group, FollowUpRecord::unit),
                first(group, FollowUpRecord::period),
                first(group, FollowUpRecord::signedFrom),
                first(group, FollowUpRecord::signedUntil),
                first(group, FollowUpRecord::claimedPercent),
                holding(TableKind.PLAN, group).report().plan(),
                realised.tables().realisedIn(planned),
                realised.report().reportsDone(),
                holding(TableKind.OPEN, group).report().open(),
                new Lost(sum(group, Lost::plan), sum(group, Lost::realisations), sum(group, Lost::open)),
                headed.report().row());
    }

    private static int sum(List<Part> group, ToIntFunction<Lost> list) {
        return group.stream().mapToInt(p -> list.applyAsInt(p.report().lost())).sum();
    }

    /** The part that has the table; failing that any, which has nothing of it. */
    private static Part holding(TableKind kind, List<Part> group) {
        return group.stream()
                .filter(p -> p.tables().kinds().contains(kind))
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
                List<InputNote> notes = new ArrayList<>(file.notes());
                notes.add(note);
                target.inputs.set(
                        i, new InputFile(file.path(), file.kind(), file.sha256(), file.rows(), file.rejected(), notes));
                return;
            }
        }
    }
}
