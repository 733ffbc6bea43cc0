package id.patuh.vault;

import id.patuh.spool.WholeFile;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contents as files of a folder that only the user can read, named by their hashes. */
final class FolderVault extends Vault {

    private static final int PREFIX = 2;
    private static final String ENDING = ".gz";

    private final Path folder;

    FolderVault(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(file(sha256));
    }

    @Override
    void write(String sha256, Content packed) throws IOException {
        Path file = file(sha256);
        Files.createDirectories(file.getParent());
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        WholeFile.write(file, packed::writeTo);
    }

    @Override
    InputStream open(String sha256) throws IOException {
        return has(sha256) ? Files.newInputStream(file(sha256)) : null;
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(file(sha256));
    }

    @Override
    public boolean has(String sha256, Transaction transaction) {
        return has(sha256);
    }

    @Override
    public void remove(String sha256, Transaction transaction) throws IOException {
        remove(sha256);
    }

    @Override
    public Set<String> hashes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .collect(Collectors.toSet());
        }
    }

    private Path file(String sha256) {
        return folder.resolve(sha256.substring(0, PREFIX)).resolve(sha256 + ENDING);
    }
}
