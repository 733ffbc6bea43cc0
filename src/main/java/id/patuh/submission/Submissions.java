package id.patuh.submission;

import id.patuh.nightly.NightFile;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes what people hand in, and tells what became of it. May be used by many threads, and by many processes on one database.
 */
public final class Submissions {

    private static final int CODE_BYTES = 16;

    private final Store store;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    /** The submissions of a database: files are kept in a folder beside one that is a file, else within it. */
    public Submissions(Store store) {
        this.store = store;
        this.vault = vault(store);
    }

    static Vault vault(Store store) {
        return Vault.of(store, "submissions", "submission_content");
    }

    /**
     * Hands files in. They are checked once there is time.
     *
     * @param files at least one; may be gone once this returns
     * @return the submission; the one of before where the account asked for the same under the same key
     * @throws SubmissionException if there is no file, one cannot be kept, or the key stood for something else
     */
    public Submission submit(SubmissionOrder order, List<HandedIn> files) {
        if (files.isEmpty()) {
            throw new SubmissionException("submission-empty", Map.of());
        }
        List<SubmittedFile> kept = keep(files);
        String asked = hash(order, kept);
        String code = code();
        return store.write(transaction -> {
            SubmissionTables tables = new SubmissionTables(transaction);
            Optional<Submission> before =
                    order.key() == null ? Optional.empty() : tables.asked(order.account(), order.key());
            if (before.isEmpty()) {
                return tables.add(code, order, asked, kept);
            }
            if (!asked.equals(tables.asked(before.get()))) {
                throw new SubmissionException("submission-key-used", Map.of("key", order.key()));
            }
            return before.get();
        });
    }

    private List<SubmittedFile> keep(List<HandedIn> files) {
        List<SubmittedFile> kept = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (HandedIn file : files) {
            String name = file.plainName();
            String own = name;
            for (int number = 2; !names.add(own); number++) {
                own = number + " - " + name;
            }
            try {
                kept.add(new SubmittedFile(own, vault.put(file.file()), Files.size(file.file())));
            } catch (VaultException e) {
                throw SubmissionException.of(e);
            } catch (IOException e) {
                throw new SubmissionException("submission-not-kept", Map.of("file", own, "cause", Vault.cause(e)));
            }
        }
        return kept;
    }

    private static String hash(SubmissionOrder order, List<SubmittedFile> files) {
        String asked = String.join(
                "\n",
                List.of(
                        String.valueOf(order.scope()),
                        order.zone().getId(),
                        String.valueOf(order.sop()),
                        String.valueOf(order.mapping()),
                        files.toString()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String code() {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One that somebody sees; empty where there is none of that code, or not for him. */
    public Optional<Submission> find(String code, Seen seen) {
        return store.read(transaction -> new SubmissionTables(transaction).find(code))
                .filter(seen::has);
    }

    /** Some of those that somebody sees, the last first. */
    public List<Submission> list(Seen seen, int skip, int most) {
        return store.read(transaction -> new SubmissionTables(transaction).list(seen, skip, most));
    }

    /**
     * Some of those that somebody sees, the last first.
     *
     * @param last the one that they are to come behind; null to begin
     */
    public List<Submission> behind(Seen seen, Submission last, int most) {
        long before = last == null ? Long.MAX_VALUE : last.id();
        return store.read(transaction -> new SubmissionTables(transaction).before(seen, before, most));
    }

    /** How many wait before one that waits. */
    public long before(Submission submission) {
        return store.read(transaction -> new SubmissionTables(transaction).before(submission.id()));
    }

    /** What taking its files into the facts of its unit came to; none of one that is only tried. */
    public List<NightFile> taken(Submission submission) {
        return store.read(transaction -> new SubmissionTables(transaction).taken(submission.id()));
    }

    /** What was found in one that is done. */
    public KeptContent result(Submission submission, Language language) {
        if (submission.state() != State.DONE) {
            throw new IllegalArgumentException("no result: " + submission.state());
        }
        return new KeptContent(store, submission.id(), language);
    }
}
