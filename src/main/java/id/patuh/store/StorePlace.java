package id.patuh.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/** Where the database is. */
public final class StorePlace {

    private static final String FILE = "jdbc:h2:file:";
    private static final String ENDING = ".mv.db";
    private static final String URL = "PATUH_DB_URL";
    private static final FileAttribute<?> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private StorePlace() {}

    /**
     * The database of this user: {@code PATUH_DB_URL} (the system property {@code patuh.db.url} in its stead), else a file in
     * the user's data folder, {@code ~/.local/share/patuh/patuh.mv.db}. Makes nothing.
     */
    public static String url() {
        return url(System.getProperty("patuh.db.url", ""), System.getProperty("user.home"), System.getenv());
    }

    static String url(String property, String home, Map<String, String> environment) {
        String named = property.isEmpty() ? environment.getOrDefault(URL, "") : property;
        if (!named.isEmpty()) {
            return named;
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = (data.isEmpty() ? Path.of(home, ".local", "share") : Path.of(data)).resolve("patuh");
        return FILE + folder.resolve("patuh").toAbsolutePath() + ";USER=patuh";
    }

    /**
     * Makes the folder of a database that is a file, where there is none; only the user may read what will be in it.
     *
     * @throws StoreException if it cannot be made
     */
    static void makeFolder(String url) {
        Path folder = folder(url).orElse(null);
        if (folder == null || Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.createDirectories(folder.getParent());
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            Files.createDirectory(folder, posix ? new FileAttribute<?>[] {OWN} : new FileAttribute<?>[0]);
        } catch (IOException e) {
            // Another process may have been faster.
            if (!Files.isDirectory(folder)) {
                throw new StoreException("database-folder", Map.of("folder", folder.toString()), e);
            }
        }
    }

    /** The file of a database that is to be one and is not there; empty for any other one. */
    static Optional<Path> absentFile(String url) {
        return file(url).filter(file -> Files.notExists(file));
    }

    /** The same URL with another file. */
    static String withFile(String url, Path file) {
        String path = file.toString();
        String options = url.contains(";") ? url.substring(url.indexOf(';')) : "";
        return FILE + path.substring(0, path.length() - ENDING.length()) + options;
    }

    /** The file of a database that is one; empty for any other one. */
    static Optional<Path> file(String url) {
        return folder(url).map(folder -> {
            String path = url.substring(FILE.length()).split(";", 2)[0];
            return folder.resolve(Path.of(path).getFileName() + ENDING);
        });
    }

    /** The folder that a database lies in which is a file; empty for any other one. */
    public static Optional<Path> folder(String url) {
        if (!url.startsWith(FILE)) {
            return Optional.empty();
        }
        String path = url.substring(FILE.length()).split(";", 2)[0];
        String home = System.getProperty("user.home");
        return Optional.ofNullable(Path.of(path.startsWith("~/") ? home + path.substring(1) : path)
                .toAbsolutePath()
                .getParent());
    }
}
