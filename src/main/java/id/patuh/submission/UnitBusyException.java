package id.patuh.submission;

/** Somebody else works on a unit at present. */
final class UnitBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /** @param reason key of the text that says who */
    UnitBusyException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
