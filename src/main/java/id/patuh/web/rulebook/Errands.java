package id.patuh.web.rulebook;

import id.patuh.rulebook.RulebookException;
import id.patuh.ruleset.RuleSetException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What takes longer than anybody waits for a page: one after the other, since each takes all cores by itself. An end of the
 * process ends what is under way; of a version nothing is changed then, or all.
 */
final class Errands implements AutoCloseable {

    private static final int MOST_WAITING = 10;
    private static final int MOST_REMEMBERED = 100;
    private static final int CODE_BYTES = 16;
    private static final int PATIENCE_SECONDS = 20;

    private final Consumer<Throwable> unexpected;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Errand> remembered = new LinkedHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), work -> {
                Thread worker = new Thread(work, "errands");
                worker.setDaemon(true);
                return worker;
            });

    /** @param unexpected hears what went wrong that nobody foresaw */
    Errands(Consumer<Throwable> unexpected) {
        this.unexpected = unexpected;
    }

    /** What is done with a version. */
    enum Kind {
        TEST,
        SIMULATE,
        PROPOSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Something that somebody asked for. */
    static final class Errand {

        private final String code;
        private final Kind kind;
        private final long version;
        private final String account;
        /** Null until it ended. */
        private volatile Outcome outcome;

        private Errand(String code, Kind kind, long version, String account) {
            this.code = code;
            this.kind = kind;
            this.version = version;
            this.account = account;
        }

        public String code() {
            return code;
        }

        public Kind kind() {
            return kind;
        }

        public long version() {
            return version;
        }

        /** What came of it; null while it lasts. */
        public Outcome outcome() {
            return outcome;
        }
    }

    /**
     * How an errand ended.
     *
     * @param text what it gave to read; null for nothing
     * @param problem why it was not done; null where it was
     */
    record Outcome(String text, RuntimeException problem) {}

    /**
     * Has something done; the same that somebody asked for already is not done twice.
     *
     * @param work gives what there is to read, or null
     * @return empty where too many wait
     */
    synchronized Optional<Errand> start(Kind kind, long version, String account, Supplier<String> work) {
        Optional<Errand> same = remembered.values().stream()
                .filter(each -> each.outcome == null && each.kind == kind && each.version == version)
                .filter(each -> each.account.equals(account))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (thread.getQueue().remainingCapacity() == 0) {
            return Optional.empty();
        }
        Errand errand = new Errand(code(), kind, version, account);
        remembered.put(errand.code, errand);
        remembered.values().removeIf(each -> remembered.size() > MOST_REMEMBERED && each.outcome != null);
        thread.execute(() -> errand.outcome = run(work));
        return Optional.of(errand);
    }

    /** One that an account asked for. */
    synchronized Optional<Errand> find(String code, String account) {
        return Optional.ofNullable(remembered.get(code)).filter(errand -> errand.account.equals(account));
    }

    private Outcome run(Supplier<String> work) {
        try {
            return new Outcome(work.get(), null);
        } catch (RulebookException | RuleSetException e) {
            return new Outcome(null, e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            unexpected.accept(e);
            return new Outcome(null, new IllegalStateException(e));
        }
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Begins nothing more. What is under way is never interrupted: within H2 that would close the file of the database. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
