package id.patuh.cli;

import id.patuh.draft.MappingDraft;
import id.patuh.intake.ActivityList;
import id.patuh.intake.Dataset;
import id.patuh.intake.InputFile;
import id.patuh.intake.Intake;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.ResponseList;
import id.patuh.intake.TableSample;
import id.patuh.mapping.Mapping;
import id.patuh.report.Moments;
import id.patuh.report.Printable;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.Sop;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code patuh map}. */
@Command(name = "map", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {

    private static final int SHOWN = 8;
    private static final int LONGEST_STEP = 40;

    @Mixin
    private BasicOptions options;

    @Option(names = "--sop", paramLabel = "ID", descriptionKey = "sop")
    private String sopId;

    @Parameters(paramLabel = "FILE", descriptionKey = "map-file")
    private String file;

    @Spec
    private CommandSpec spec;

    private RuleSet ruleSet;
    private PrintWriter out;
    private String margin = "";

    @Override
    public Integer call() {
        options.checkWritable(options.output());
        if (file.equals("-")) {
            throw options.usage("map.stdin", file);
        }
        ruleSet = options.ruleSet();
        out = spec.commandLine().getOut();
        Sop sop = sopId == null
                ? null
                : ruleSet.sops()
                        .find(sopId, LocalDate.ofInstant(options.asOf(), options.zone()))
                        .orElseThrow(() -> options.usage("sop.unknown", sopId));
        // Without a file for it the mapping follows on the terminal: what stands before is then a comment.
        margin = options.output() == null ? "# " : "";
        Dataset plain = read(null, new ActivityList());
        String fitting = fitting(plain);
        if (fitting != null) {
            say(text("map.known").replace("{0}", fitting));
        } else if (plain.rejected().isEmpty() && plain.inputs().stream().anyMatch(i -> i.rows() > 0)) {
            say(text("map.native"));
            return ExitCode.OK;
        }
        TableSample table = table();
        if (table == null) {
            showRejected(plain);
            say(text("map.nothing"));
            return ExitCode.UNREADABLE;
        }
        if (table.sheet() != null) {
            say(text("map.sheet").replace("{0}", table.sheet()));
        }
        MappingDraft draft = new MappingDraft(
                file,
                table,
                ruleSet.sops(),
                sop,
                MappingDraft.texts(options.language().locale()));
        if (draft.isEmpty()) {
            say(text("map.nothing"));
            return ExitCode.UNREADABLE;
        }
        ActivityList activities = new ActivityList();
        Mapping guessed = RuleSetReader.readMapping(file, draft.preview().getBytes(StandardCharsets.UTF_8));
        show(read(guessed, activities), activities.activities());
        draft.doubts().forEach(doubt -> say("? " + doubt));
        options.write(draft.yaml());
        if (options.output() != null) {
            say(text("map.written").replace("{0}", options.output().toString()));
        }
        return ExitCode.OK;
    }

    /** The mapping of the rule set that reads the file by itself, or null. */
    private static String fitting(Dataset plain) {
        return plain.inputs().stream()
                .flatMap(i -> i.notes().stream())
                .filter(n -> n.key().equals("mapping-used"))
                .map(n -> n.details().get("mapping"))
                .findFirst()
                .orElse(null);
    }

    /** The table with most rows. */
    private TableSample table() {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path)) {
                return null;
            }
            return Intake.sample(file, path).stream()
                    .filter(t -> t.rows().size() > 1)
                    .max(Comparator.comparingInt(TableSample::total))
                    .orElse(null);
        } catch (IOException | InvalidPathException e) {
            return null;
        }
    }

    private Dataset read(Mapping mapping, ActivityList activities) {
        // Which SOP it is can be said later; the rows are shown all the same.
        String sop = mapping == null ? sopId : "…";
        Intake.Options how = new Intake.Options(
                options.zone(), sop, null, mapping, mapping == null ? ruleSet.mappings() : List.of());
        return new Intake(how, ruleSet.regulations(), ruleSet.sops())
                .read(List.of(file), InputStream.nullInputStream(), (path, rows) -> {}, activities, new ResponseList());
    }

    private void show(Dataset data, List<ActivityRecord> activities) {
        int rows = data.inputs().stream().mapToInt(InputFile::rows).sum();
        int rejected = data.inputs().stream().mapToInt(InputFile::rejected).sum();
        say(text(rejected < rows ? "map.read" : "map.none")
                .replace("{0}", "" + rows)
                .replace("{1}", "" + (rows - rejected))
                .replace("{2}", "" + rejected));
        for (ActivityRecord a : activities.subList(0, Math.min(SHOWN, activities.size()))) {
            say("  " + a.row().number() + ": " + a.caseId() + " | " + a.sop() + " | " + shortened(a.step()) + " | "
                    + time(a.start())
                    + " - " + (a.end() == ActivityRecord.RUNNING ? "" : time(a.end())) + " | " + orEmpty(a.role())
                    + " | "
                    + orEmpty(a.person()));
        }
        showRejected(data);
    }

    private void showRejected(Dataset data) {
        if (data.rejected().isEmpty()) {
            return;
        }
        say(text("map.rejected"));
        List<RejectedRow> shown = data.rejected().stream().limit(SHOWN).toList();
        for (RejectedRow row : shown) {
            String place = Stream.of(
                            row.row() == null ? null : row.row() + ":",
                            row.column(),
                            row.value() == null ? null : "\"" + row.value() + "\"",
                            Words.reason(row, options.language()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            say("  " + place);
        }
        if (shown.size() < data.rejected().size()) {
            say("  …");
        }
    }

    private String time(long at) {
        return Moments.toTheMinute(Instant.ofEpochMilli(at), options.zone());
    }

    private static String shortened(String step) {
        return step.length() <= LONGEST_STEP ? step : step.substring(0, LONGEST_STEP) + "…";
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private void say(String line) {
        out.println(margin + Printable.of(line));
    }

    private String text(String key) {
        return spec.resourceBundle().getString(key);
    }
}
