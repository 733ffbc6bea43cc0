package id.patuh.skm;

/**
 * How a file names an unsur: by number, by name or by both, which then ought to agree.
 *
 * @param code the number as {@code U8}, or null
 * @param name the name as written, or null when only a number is given
 */
public record UnsurLabel(String code, String name) {

    public UnsurLabel {
        if (code == null && name == null) {
            throw new IllegalArgumentException("an unsur needs a number or a name");
        }
    }

    /** The label in one word, by which the cells of its column are found. */
    public String key() {
        return name == null ? code : code == null ? name : code + " " + name;
    }
}
