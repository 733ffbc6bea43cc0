package id.patuh.nightly;

import id.patuh.spool.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that was taken from an inbox. Whatever is done with it may be done again, by another process too: in the end it
 * stands once where it belongs.
 */
public final class TakenFile {

    private static final String REASON_ENDING = ".alasan.txt";

    /** Of a packed file both endings. */
    private static final Pattern ENDING = Pattern.compile("(\\.[^.]+)?(\\.gz)?$", Pattern.CASE_INSENSITIVE);

    private final Path own;
    private final Path file;
    private final Inbox.Places places;

    /** @param own the folder that was made for it */
    TakenFile(Path own, Path file, Inbox.Places places) {
        this.own = own;
        this.file = file;
        this.places = places;
    }

    /** Where it stands now. */
    public Path file() {
        return file;
    }

    /** Its name, with the folders of the inbox that it stood in. */
    public String name() {
        return own.relativize(file).toString();
    }

    /**
     * Moves it to the archive; another file of that name stays there.
     *
     * @param night in whose folder it goes
     * @param reasons why parts of it could not be read, one a line; they are written beside it, if there are any
     */
    public void archive(LocalDate night, List<String> reasons) throws IOException {
        move(places.archive().resolve(night.toString()), reasons);
    }

    /**
     * Moves it to the quarantine, and says beside it why.
     *
     * @param night in whose folder it goes
     * @param reasons one a line
     */
    public void quarantine(LocalDate night, List<String> reasons) throws IOException {
        move(places.quarantine().resolve(night.toString()), reasons);
    }

    private void move(Path to, List<String> reasons) throws IOException {
        Path wanted = to.resolve(name());
        Files.createDirectories(wanted.getParent());
        try {
            Path place = place(wanted);
            if (!reasons.isEmpty()) {
                byte[] text = (String.join("\n", reasons) + "\n").getBytes(StandardCharsets.UTF_8);
                WholeFile.write(place.resolveSibling(place.getFileName() + REASON_ENDING), out -> out.write(text));
            }
            moveTo(place);
        } catch (NoSuchFileException e) {
            // Another process was faster.
        }
        deleteFolders();
    }

    /** A place of that name where nothing stands, or the same file: it was copied there before. */
    private Path place(Path wanted) throws IOException {
        Path place = wanted;
        for (int number = 2; Files.exists(place) && Files.mismatch(place, file) >= 0; number++) {
            place = wanted.resolveSibling(numbered(wanted.getFileName().toString(), number));
        }
        return place;
    }

    private static String numbered(String name, int number) {
        return ENDING.matcher(name).replaceFirst(" (" + number + ")$0");
    }

    private void moveTo(Path place) throws IOException {
        if (Files.exists(place)) {
            Files.delete(file);
            return;
        }
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Path part = place.resolveSibling("." + place.getFileName() + ".part");
            Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(file);
        }
    }

    private void deleteFolders() throws IOException {
        for (Path folder = file.getParent(); folder.startsWith(own); folder = folder.getParent()) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }
}
