package id.patuh.intake;

import id.patuh.skm.Regulations;
import id.patuh.sop.Sops;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads files and folders of whatever kind into facts. One bad file or row never stops the rest. */
public final class Intake {

    private final Options options;
    private final Regulations regulations;
    private final Sops sops;

    /**
     * How to read.
     *
     * @param zone of times without an offset
     * @param sop the SOP of activities that name none, or null
     * @param kind what the input holds, or null to recognise it from the content
     */
    public record Options(ZoneId zone, String sop, InputFile.Kind kind) {}

    /** Hears how far reading has come. */
    @FunctionalInterface
    public interface Progress {

        /** So many rows of the file have been read; called every ten thousand rows. */
        void rows(String path, long rows);
    }

    /**
     * @param regulations tell which columns are unsur
     * @param sops tell which titles are steps
     */
    public Intake(Options options, Regulations regulations, Sops sops) {
        this.options = options;
        this.regulations = regulations;
        this.sops = sops;
    }

    /**
     * Reads everything.
     *
     * @param paths files, folders (searched recursively, files in the order of their names) and {@code -}
     * @param standardInput what {@code -} means
     */
    public Dataset read(List<String> paths, InputStream standardInput, Progress progress) {
        Facts facts = new Facts(options, regulations, sops, progress);
        Map<String, String> pathOfContent = new HashMap<>();
        for (FoundFile found : new FileSearch(facts).find(paths)) {
            read(found, standardInput, facts, pathOfContent);
        }
        return facts.dataset();
    }

    private void read(FoundFile found, InputStream standardInput, Facts facts, Map<String, String> pathOfContent) {
        try (SourceFile file = found.open(standardInput)) {
            String same = pathOfContent.putIfAbsent(file.sha256(), found.name());
            if (same != null) {
                facts.skip(found.name() + " (= " + same + ")");
                return;
            }
            FileFacts into = facts.file(found.name(), file.sha256());
            String unreadable = file.unreadable();
            if (unreadable != null) {
                into.rejectFile(unreadable);
            } else {
                new ContentReader(file, into, options.kind()).read();
            }
            into.finish();
        } catch (java.io.IOException | java.io.UncheckedIOException e) {
            FileFacts into = facts.file(found.name(), null);
            into.rejectFile("file-unreadable", "cause", String.valueOf(e.getMessage()));
            into.finish();
        }
    }
}
