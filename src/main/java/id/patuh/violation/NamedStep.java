package id.patuh.violation;

/**
 * A step as texts name it.
 *
 * @param no its number
 * @param title its title; may be empty
 */
public record NamedStep(int no, String title) {

    @Override
    public String toString() {
        return title.isEmpty() ? Integer.toString(no) : no + " (" + title + ")";
    }
}
