package id.patuh.nightly;

import id.patuh.facts.Facts;
import id.patuh.ledger.life.LifeRuns;
import id.patuh.scope.Hold;
import id.patuh.store.ReasonedException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes what was kept of a scope for its time, personal data first. May be broken off, and done again. */
final class Retention {

    private final NightSettings settings;
    private final Facts facts;
    private final LifeRuns runs;

    Retention(NightSettings settings, Facts facts, LifeRuns runs) {
        this.settings = settings;
        this.facts = facts;
        this.runs = runs;
    }

    /**
     * Removes it, before anything is judged: what names nobody any more is judged so.
     *
     * @throws id.patuh.scope.TakenOverException if the caller no longer holds the scope
     */
    Erased apply(Hold hold, Night night) {
        Instant moment = night.keptTo();
        Duration personal = settings.retention().personal();
        Duration raw = settings.retention().facts();
        Work work = new Work(hold, night.asOf());
        if (personal != null) {
            work.erasePersonal(moment.minus(personal));
        }
        if (raw != null) {
            work.eraseFacts(moment.minus(raw));
        }
        return work.erased();
    }

    /** Counts what it removes. What cannot be removed keeps nothing else from being. */
    private final class Work {

        private final Hold hold;
        private final Instant at;
        private final Map<String, Long> counts = new HashMap<>();
        private NightProblem problem;

        /** @param at when it is removed */
        Work(Hold hold, Instant at) {
            this.hold = hold;
            this.at = at;
        }

        void erasePersonal(Instant before) {
            counts.put("violations", runs.forget(hold, before, this::fail));
            counts.put("named", facts.eraseNames(hold, before, at, this::fail));
            LocalDate first = settings.date(before);
            eraseFolders(settings.archive().resolve(hold.scope()), first);
            eraseFolders(settings.quarantine().resolve(hold.scope()), first);
        }

        void eraseFacts(Instant before) {
            counts.put("cases", facts.eraseCases(hold, before, at, this::fail));
            counts.put("surveys", facts.surveys().erase(hold, before, settings.date(before), at, this::fail));
        }

        /** Of nights before a date; what else somebody put there is left alone. */
        private void eraseFolders(Path from, LocalDate first) {
            for (Path folder : foldersBefore(from, first)) {
                try {
                    Files.walkFileTree(folder, new Removal());
                } catch (IOException e) {
                    fail(folder, e);
                }
            }
        }

        private List<Path> foldersBefore(Path from, LocalDate first) {
            List<Path> before = new ArrayList<>();
            if (!Files.isDirectory(from)) {
                return before;
            }
            try (DirectoryStream<Path> folders =
                    Files.newDirectoryStream(from, folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))) {
                for (Path folder : folders) {
                    if (isBefore(folder.getFileName().toString(), first)) {
                        before.add(folder);
                    }
                }
            } catch (DirectoryIteratorException e) {
                fail(from, e.getCause());
            } catch (IOException e) {
                fail(from, e);
            }
            return before;
        }

        private void fail(ReasonedException e) {
            fail(NightProblem.of(e));
        }

        private void fail(Path folder, IOException e) {
            fail(new NightProblem(
                    "files-not-removed",
                    Map.of("folder", folder.toString(), "cause", e.getClass().getSimpleName())));
        }

        /** The first one is told. */
        private void fail(NightProblem next) {
            if (problem == null) {
                problem = next;
            }
        }

        Erased erased() {
            counts.values().removeIf(count -> count == 0);
            return new Erased(counts, problem);
        }

        /** Removes a folder with all that is in it. */
        private final class Removal extends SimpleFileVisitor<Path> {

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                counts.merge("files", 1L, Long::sum);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        }
    }

    private static boolean isBefore(String name, LocalDate first) {
        try {
            return LocalDate.parse(name).isBefore(first);
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
