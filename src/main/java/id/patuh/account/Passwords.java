package id.patuh.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCrypt;

/** How passwords are kept: as bcrypt of a hash of the whole password, since bcrypt itself reads 72 bytes of it. */
public final class Passwords {

    private static final int COST = 11;
    private static final int LONGEST_WAIT = 30;
    /** Those whose turn comes within the longest wait, on two cores. */
    private static final int MOST_WAITING = 100;

    private static final int ONE_TIME_LETTERS = 20;
    private static final int GROUP = 5;
    /** Without those that look like another one. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A hash takes a sixth of a second: a flood of them must leave cores, and threads that wait for none, to the others. */
    private static final Semaphore CORES =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final int cost;

    public Passwords() {
        this(COST);
    }

    /** @param cost the power of two of its rounds; less than usual is for tests only */
    Passwords(int cost) {
        this.cost = cost;
    }

    /**
     * What is kept of a password.
     *
     * @throws AccountException if too many others are being worked out
     */
    Secret hash(Secret password) {
        return Secret.of(onACore(() -> BCrypt.hashpw(whole(password), BCrypt.gensalt("$2b", cost, RANDOM))));
    }

    /**
     * Whether a password is the one that a hash was made of.
     *
     * @param hash null where there is no such account: the answer takes as long then
     * @throws AccountException if too many others are being worked out
     */
    boolean matches(Secret password, Secret hash) {
        String compared = hash == null ? ofNobody() : hash.reveal();
        return onACore(() -> BCrypt.checkpw(whole(password), compared)) && hash != null;
    }

    /** A password that somebody is told once, to be changed when it is used. */
    public static Secret oneTime() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ONE_TIME_LETTERS; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "");
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return Secret.of(text.toString());
    }

    /** A text in the one way of coding its letters that keyboards may differ in. */
    static String normalised(Secret password) {
        return Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC);
    }

    /** As long for all passwords, and not what any other program keeps of the same one. */
    private static String whole(Secret password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("patuh password 1".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] hash = mac.doFinal(normalised(password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A hash that no password has. */
    private String ofNobody() {
        return String.format("$2b$%02d$", cost) + ".".repeat(53);
    }

    private interface Hashing<T> {
        T work();
    }

    private static <T> T onACore(Hashing<T> hashing) {
        boolean mine = false;
        try {
            mine = CORES.getQueueLength() < MOST_WAITING && CORES.tryAcquire(LONGEST_WAIT, TimeUnit.SECONDS);
            if (!mine) {
                throw new AccountException("sign-in-busy");
            }
            return hashing.work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AccountException("sign-in-busy");
        } finally {
            if (mine) {
                CORES.release();
            }
        }
    }
}
