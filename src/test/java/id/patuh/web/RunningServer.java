package id.patuh.web;

import id.patuh.account.Account;
import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.Passwords;
import id.patuh.account.Profile;
import id.patuh.account.QuickPasswords;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.engine.RuleCache;
import id.patuh.nightly.PublishedRules;
import id.patuh.nightly.RuleSource;
import id.patuh.rulebook.PublishedVersion;
import id.patuh.rulebook.Rulebook;
import id.patuh.ruleset.OurRules;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.submission.HandedIn;
import id.patuh.submission.Seen;
import id.patuh.submission.Submission;
import id.patuh.submission.SubmissionOrder;
import id.patuh.submission.Submissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The real server over an empty database, on any free port, with one account that may do everything. */
final class RunningServer implements AutoCloseable {

    static final String NAME = "admin";
    static final String GIVEN = "sandi yang diberikan";
    static final String PASSWORD = "kuda baterai benar";
    /** Of pages, since no setting says otherwise. */
    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

    /** The same rules are compiled once a build. */
    private static final RuleCache CACHE = new RuleCache(
            Path.of(System.getProperty("patuh.cache", "target/compiled-rules")),
            "test " + System.getProperty("patuh.build", ""));

    private static final RuleSetContent FOLDER = OurRules.LIBRARY.files();

    /** Null once it is closed: test classes keep it to the end of all tests, which may not need the memory of all servers. */
    private Store store;

    private WebServer server;

    RunningServer(TestDatabase database) {
        this(database, null);
    }

    /** @param config the configuration file; null for none */
    RunningServer(TestDatabase database, Path config) {
        store = Store.open(database.newUrl());
        new Accounts(store, Clock.systemUTC(), QuickPasswords.make())
                .addFirst(new Profile(NAME, "", EnumSet.allOf(Role.class), Reach.EVERYWHERE), Secret.of(GIVEN))
                .orElseThrow();
        server = serve(store, new ServeSettings(null, 0, config, Path.of("sample-data"), "test", null));
    }

    /** The server by our rules. */
    static WebServer serve(Store store, ServeSettings settings) {
        Rulebook rulebook = new Rulebook(store, Clock.systemUTC(), CACHE);
        RuleSource rules = new PublishedRules(rulebook, () -> FOLDER, CACHE);
        return WebServer.start(store, rules, CACHE, settings);
    }

    /** Adds an account that has chosen its password already. */
    void add(String name, String password, Set<Role> roles, Reach reach) {
        Passwords passwords = QuickPasswords.make();
        Secret given = Passwords.oneTime();
        new Accounts(store, Clock.systemUTC(), passwords)
                .add(new Profile(name, "", roles, reach), given, Actor.atTerminal(NAME));
        new SignIns(store, Clock.systemUTC(), passwords).changePassword(name, given, Secret.of(password), "127.0.0.1");
    }

    /** What Spring made. */
    <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    /** The same with a password of his own. */
    RunningServer settled() {
        Account account = new SignIns(store, Clock.systemUTC(), QuickPasswords.make())
                .changePassword(NAME, Secret.of(GIVEN), Secret.of(PASSWORD), "127.0.0.1");
        if (account.mustChangePassword()) {
            throw new IllegalStateException();
        }
        return this;
    }

    /** Has the folder's rules as version 1 of the rulebook, drafted by the account and approved by somebody else. */
    RunningServer withVersion(String approver) {
        add(approver, PASSWORD, EnumSet.of(Role.RULE_ENGINEER), Reach.EVERYWHERE);
        PublishedVersion.of(store, FOLDER, NAME, approver);
        return this;
    }

    /** Hands files in as the account, to be tried; gives the code of the check once that is done. */
    String checked(Path... folders) throws IOException, InterruptedException {
        return checkedFor(null, folders);
    }

    /** The same for a unit. */
    String checkedFor(String unit, Path... folders) throws IOException, InterruptedException {
        List<HandedIn> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(Files::isRegularFile)
                        .sorted()
                        .forEach(file -> files.add(new HandedIn(file.toString(), file)));
            }
        }
        Submissions submissions = new Submissions(store);
        Instant asOf = Instant.parse("2026-11-20T16:59:59Z");
        Submission submission = submissions.submit(
                new SubmissionOrder(NAME, unit, asOf, ZoneId.of("Asia/Jakarta"), null, null, null), files);
        while (!submission.state().isOver()) {
            Thread.sleep(50);
            submission =
                    submissions.find(submission.code(), new Seen(NAME, null)).orElseThrow();
        }
        return submission.code();
    }

    /** Nights over inboxes below a folder, by the server's rules and in its database. */
    Inboxes inboxes(Path folder) {
        return new Inboxes(store, folder, server.bean(RuleSource.class));
    }

    Store store() {
        return store;
    }

    String address(String path) {
        return "http://localhost:" + server.port() + path;
    }

    @Override
    public void close() {
        server.close();
        store.close();
        server = null;
        store = null;
    }
}
