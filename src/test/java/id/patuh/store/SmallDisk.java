package id.patuh.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** A real disk of a few megabytes, in memory, that can be filled. Only root may make one, and not in every container. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;

    private final Path folder;
    private final Path ballast;

    /**
     * Makes one.
     *
     * @param folder where it is put; what was in it cannot be seen for as long
     */
    public SmallDisk(Path folder, int megabytes) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.ballast = folder.resolve(".ballast");
        boolean made = run("mount", "-t", "tmpfs", "-o", "mode=777,size=" + megabytes + "m", "patuh-test");
        assumeTrue(made, "no disk can be made on this machine: not tested");
    }

    private boolean run(String... command) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = folder.toString();
        try {
            return new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // There is no such program.
            return false;
        }
    }

    public Path folder() {
        return folder;
    }

    /** How much is on it. */
    public long used() throws IOException {
        return Files.getFileStore(folder).getTotalSpace() - free();
    }

    private long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Leaves so many bytes, in whole blocks. */
    public void fill(long left) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            for (long blocks = (free() - left) / BLOCK; blocks > 0; blocks--) {
                out.write(block);
            }
        }
        Files.setPosixFilePermissions(ballast, PosixFilePermissions.fromString("rw-rw-rw-"));
    }

    /** Gives back what {@link #fill} took. */
    public void makeRoom() throws IOException {
        Files.deleteIfExists(ballast);
    }

    @Override
    public void close() throws IOException {
        try {
            // At once, or when the last file of it is closed.
            run("umount", "--lazy");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
