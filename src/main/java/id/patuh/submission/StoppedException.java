package id.patuh.submission;

/** On its way out of a check that is given back. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
