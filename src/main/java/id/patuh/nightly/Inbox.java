package id.patuh.nightly;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A folder that a unit drops its files into, and those that its files go to once they are done with. A file is taken by
 * moving it aside within the inbox, at once or not at all: what is put there under the same name meanwhile is another file.
 * A process that ends with files taken leaves them aside, where the next one finds them. Of several nodes one at a time may
 * take files.
 */
public final class Inbox {

    /** Where files are that were taken, each in a folder of its own. */
    static final String ASIDE = ".patuh";

    /** Names that programs give to files that they have not finished. */
    private static final Pattern UNFINISHED =
            Pattern.compile("(?i)(\\..*|~.*|.*(~|\\.(part|partial|filepart|tmp|temp|crdownload|download|unfinished)))");

    private final Path folder;
    private final Places places;
    private final Duration rest;

    /**
     * @param folder the inbox, searched with its folders; links in it are left alone
     * @param archive where files go that were read
     * @param quarantine where files go that could not be
     * @param rest for how long nothing may have been written to a file that is taken
     */
    public Inbox(Path folder, Path archive, Path quarantine, Duration rest) {
        this.folder = folder;
        this.places = new Places(archive, quarantine);
        this.rest = rest;
    }

    /** Folders that files go to. */
    record Places(Path archive, Path quarantine) {}

    /**
     * What was taken.
     *
     * @param files in order
     * @param unreadable folders of the inbox that could not be looked into, and files that could not be moved
     */
    public record Taking(List<TakenFile> files, List<Path> unreadable) {

        public Taking {
            files = List.copyOf(files);
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Takes all files that nobody writes to any more: first those that were taken before, then in order of the time when they
     * were last written to.
     *
     * @param now the moment that a file's age is counted to; a file that seems to be written to in future is at rest if it
     *     is for as long
     * @throws IOException if the inbox cannot be read, or nothing be moved in it
     */
    public Taking take(Instant now) throws IOException {
        Look left = new Look(folder.resolve(ASIDE), now);
        Look found = new Look(folder, now);
        if (Files.exists(folder.resolve(ASIDE))) {
            left.begin();
        }
        found.begin();
        List<TakenFile> taken = new ArrayList<>();
        for (Seen seen : left.seen) {
            Path own = left.from.resolve(left.from.relativize(seen.file()).getName(0));
            taken.add(new TakenFile(own, seen.file(), places));
        }
        for (Seen seen : found.seen) {
            Path own = left.from.resolve(UUID.randomUUID().toString());
            Path aside = own.resolve(folder.relativize(seen.file()).toString());
            Files.createDirectories(aside.getParent());
            if (isMoved(seen.file(), aside, found.unreadable) && seen.isStill(aside)) {
                taken.add(new TakenFile(own, aside, places));
            }
        }
        found.unreadable.addAll(left.unreadable);
        return new Taking(taken, found.unreadable);
    }

    private static boolean isMoved(Path file, Path aside, List<Path> unreadable) {
        try {
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException e) {
            // Whoever put it there took it away again.
            return false;
        } catch (IOException e) {
            unreadable.add(file);
            return false;
        }
    }

    /** A file as it was when it was looked at. */
    private record Seen(Path file, long size, FileTime written) {

        static Seen of(Path file, BasicFileAttributes attributes) {
            return new Seen(file, attributes.size(), attributes.lastModifiedTime());
        }

        /** Whether nothing was written to it since; it may stand elsewhere. */
        boolean isStill(Path now) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(now, BasicFileAttributes.class);
            return attributes.size() == size && attributes.lastModifiedTime().equals(written);
        }
    }

    /** A look at all files of a folder, its hidden folders left out. */
    private final class Look extends SimpleFileVisitor<Path> {

        private final Path from;
        private final Instant now;
        private final List<Seen> seen = new ArrayList<>();
        private final List<Path> unreadable = new ArrayList<>();

        Look(Path from, Instant now) {
            this.from = from;
            this.now = now;
        }

        void begin() throws IOException {
            Files.walkFileTree(from, this);
            seen.sort(Comparator.comparing(Seen::written).thenComparing(Seen::file));
        }

        @Override
        public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
            return entered.equals(from) || !isUnfinished(entered)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isUnfinished(file) && isAtRest(attributes)) {
                seen.add(Seen.of(file, attributes));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(from)) {
                throw e;
            }
            if (!(e instanceof NoSuchFileException)) {
                unreadable.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean isAtRest(BasicFileAttributes attributes) {
            Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), now);
            return age.abs().compareTo(rest) >= 0;
        }
    }

    private static boolean isUnfinished(Path file) {
        return UNFINISHED.matcher(file.getFileName().toString()).matches();
    }
}
