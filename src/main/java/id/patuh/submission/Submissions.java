package id.patuh.submission;

import id.patuh.nightly.NightFile;
import id.patuh.report.Language;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes what people hand in, and tells what became of it. May be used by many threads, and by many processes on one database.
 */
public final class Submissions {

    private static final int CODE_BYTES = 16;
    private static final long MEGABYTE = 1 << 20;

    private final Store store;
    private final Vault vault;
    private final Quota quota;
    private final SecureRandom random = new SecureRandom();

    /** The submissions of a database: files are kept in a folder beside one that is a file, else within it. */
    public Submissions(Store store) {
        this(store, Quota.NONE);
    }

    /** @param quota how much of one account may wait */
    public Submissions(Store store, Quota quota) {
        this.store = store;
        this.vault = vault(store);
        this.quota = quota;
    }

    static Vault vault(Store store) {
        return Vault.of(store, "submissions", "submission_content");
    }

    /**
     * Hands files in. They are checked once there is time.
     *
     * @param files at least one; may be gone once this returns
     * @return the submission; the one of before where the account asked for the same under the same key
     * @throws SubmissionException if there is no file, one cannot be kept, the account has as much waiting as it may have, or
     *     the key stood for something else
     */
    public Submission submit(SubmissionOrder order, List<HandedIn> files) {
        return submit(order, files, submission -> Transaction.Step.NONE);
    }

    /**
     * The same with a step in the transaction that hands in; it is left out where the account asked for the same before.
     *
     * @param along what is done with the submission
     */
    public Submission submit(
            SubmissionOrder order, List<HandedIn> files, Function<Submission, Transaction.Step> along) {
        if (files.isEmpty()) {
            throw new SubmissionException("submission-empty", Map.of());
        }
        while (true) {
            List<SubmittedFile> kept = keep(files);
            Optional<Submission> added = added(order, kept, along);
            if (added.isPresent()) {
                return added.get();
            }
            // Somebody removed, in between, what nobody else needed.
        }
    }

    /** What is refused would else stay, and fill the disk. */
    private Optional<Submission> added(
            SubmissionOrder order, List<SubmittedFile> kept, Function<Submission, Transaction.Step> along) {
        boolean refused = true;
        try {
            Optional<Submission> added = store.write(transaction -> add(transaction, order, kept, along));
            refused = false;
            return added;
        } finally {
            if (refused) {
                new UnusedContents(store, vault)
                        .remove(kept.stream().map(SubmittedFile::sha256).toList());
            }
        }
    }

    /**
     * Hands the files of an earlier submission in again, to be read otherwise.
     *
     * @param along what is done with the submission, in the transaction that hands in
     * @throws SubmissionException if a file is no longer kept, or the account has as much waiting as it may have
     */
    public Submission again(Submission earlier, SubmissionOrder order, Function<Submission, Transaction.Step> along) {
        return store.write(transaction -> add(transaction, order, earlier.files(), along))
                .orElseThrow(() -> new SubmissionException("submission-files-gone", Map.of()));
    }

    /** @return empty where a file is no longer kept */
    private Optional<Submission> add(
            Transaction transaction,
            SubmissionOrder order,
            List<SubmittedFile> kept,
            Function<Submission, Transaction.Step> along)
            throws SQLException {
        SubmissionTables tables = new SubmissionTables(transaction);
        tables.useContents();
        for (SubmittedFile file : kept) {
            if (!vault.has(file.sha256(), transaction)) {
                return Optional.empty();
            }
        }
        String asked = hash(order, kept);
        Optional<Submission> before =
                order.key() == null ? Optional.empty() : tables.asked(order.account(), order.key());
        if (before.isPresent()) {
            if (!asked.equals(tables.asked(before.get()))) {
                throw new SubmissionException("submission-key-used", Map.of("key", order.key()));
            }
            return before;
        }
        refuseTooMuch(tables.unfinished(order.account()), kept);
        Submission added = tables.add(code(), order, asked, kept);
        along.apply(added).in(transaction);
        return Optional.of(added);
    }

    private void refuseTooMuch(Quota unfinished, List<SubmittedFile> more) {
        if (unfinished.submissions() >= quota.submissions()) {
            throw new SubmissionException(
                    "submission-too-many", Map.of("limit", Integer.toString(quota.submissions())));
        }
        long bytes = unfinished.bytes()
                + more.stream().mapToLong(SubmittedFile::size).sum();
        if (bytes > quota.bytes()) {
            throw new SubmissionException(
                    "submission-too-large", Map.of("limit", Long.toString(quota.bytes() / MEGABYTE)));
        }
    }

    /** How many there are in each state; one of which there is none may be absent. */
    public Map<State, Long> counts() {
        return store.read(transaction -> new SubmissionTables(transaction).counts());
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
        List<String> asked = new ArrayList<>(List.of(
                String.valueOf(order.scope()),
                order.zone().getId(),
                String.valueOf(order.asked()),
                String.valueOf(order.sop()),
                String.valueOf(order.mapping()),
                files.toString()));
        order.mappings().forEach(mapping -> asked.add(mapping.toString()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
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
