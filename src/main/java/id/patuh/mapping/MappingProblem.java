package id.patuh.mapping;

/**
 * Something wrong in a mapping file.
 *
 * @param file the file as the user named it
 * @param line from 1, or 0 for the file as a whole
 * @param reason what is wrong
 */
public record MappingProblem(String file, int line, String reason) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
