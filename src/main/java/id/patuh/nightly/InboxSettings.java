package id.patuh.nightly;

/**
 * How the files of an inbox are read, as far as they do not tell it themselves.
 *
 * @param mapping id of a mapping of the rule set by which all tables are read; null: each as it is recognised
 * @param sop id of the SOP of rows that name none; null where each names its own
 */
public record InboxSettings(String mapping, String sop) {

    /** Nothing is said. */
    static final InboxSettings NONE = new InboxSettings(null, null);
}
