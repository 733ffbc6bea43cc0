package id.patuh.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a password in one line, as containers are given secrets. */
public final class PasswordFile {

    private static final long LARGEST = 10_000;

    private PasswordFile() {}

    /**
     * The password, without the end of its line.
     *
     * @throws AccountException if the file cannot be read, or holds nothing, or more than a line of text
     */
    public static Secret read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw unreadable(file);
            }
            String text = Files.readString(file);
            String line = text.replaceFirst("\\r?\\n\\z", "");
            if (line.isEmpty() || line.lines().count() > 1) {
                throw unreadable(file);
            }
            return Secret.of(line);
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    private static AccountException unreadable(Path file) {
        return new AccountException("password-file", "file", file);
    }
}
