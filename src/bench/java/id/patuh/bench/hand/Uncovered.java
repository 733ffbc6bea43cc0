package id.patuh.bench.hand;

/** The input has what the hand-written checker was not written for. */
final class Uncovered extends RuntimeException {

    Uncovered(String what) {
        super(what);
    }
}
