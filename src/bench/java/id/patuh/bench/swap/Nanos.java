package id.patuh.bench.swap;

/** Prints what something took time and again. */
final class Nanos {

    private static final double MILLIS = 1e6;

    private Nanos() {}

    /** @param sorted nanoseconds, least first */
    static void print(String what, long[] sorted) {
        if (sorted.length > 0) {
            System.out.printf(
                    "%-40s median %,10.3f ms, 95 %% %,10.3f ms, worst %,10.3f ms%n",
                    what,
                    sorted[sorted.length / 2] / MILLIS,
                    sorted[sorted.length * 95 / 100] / MILLIS,
                    sorted[sorted.length - 1] / MILLIS);
        }
    }
}
