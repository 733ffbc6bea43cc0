package id.patuh.template;

/** A template that the rule set does not allow to be made. */
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String value;

    TemplateException(String key, String value) {
        super(key);
        this.value = value;
    }

    /** Key of the text that says why, among those of the command line. */
    public String key() {
        return getMessage();
    }

    /** What the text names. */
    public String value() {
        return value;
    }
}
