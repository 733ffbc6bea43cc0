package id.patuh.report;

/** A workbook of which no annotated copy can be made. */
public final class AnnotationException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String key;

    AnnotationException(String key, Throwable cause) {
        super(key, cause);
        this.key = key;
    }

    /** Key of the reason, in the texts of the command line. */
    public String key() {
        return key;
    }
}
