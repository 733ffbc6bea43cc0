package id.patuh.bench.web;

import id.patuh.account.Accounts;
import id.patuh.account.Actor;
import id.patuh.account.Passwords;
import id.patuh.account.Profile;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.check.GeneratedLog;
import id.patuh.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Many people at once hand logs in, wait for their checks and look at what was found, while others browse. The server is a
 * process of its own, as the launcher starts it.
 */
public final class Load {

    private static final String ADMIN = "admin";
    private static final String PASSWORD = "kuda baterai benar";
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");

    private final Path folder;
    private final int users;
    private final int browsers;
    private final int uploads;
    private final String log;
    private final Answers answers = new Answers();

    private Load(Path folder, int users, int browsers, int uploads, int rows) {
        this.folder = folder;
        this.users = users;
        this.browsers = browsers;
        this.uploads = uploads;
        this.log = log(rows);
    }

    /** @param arguments how many hand in, how many browse, how many logs each hands in, and how many rows a log has */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("load");
        new Load(
                        folder,
                        number(arguments, 0, 50),
                        number(arguments, 1, 20),
                        number(arguments, 2, 3),
                        number(arguments, 3, 10_000))
                .run();
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static String log(int rows) {
        Random random = new Random(1);
        List<List<String>> all = new ArrayList<>();
        for (int part = 0; all.size() <= rows; part++) {
            List<List<String>> some = GeneratedLog.rows(random, 200);
            // The head stands once, and numbers of cases are those of their part.
            int own = part;
            some.subList(all.isEmpty() ? 0 : 1, some.size()).forEach(row -> {
                List<String> cells = new ArrayList<>(row);
                cells.set(0, own == 0 ? cells.get(0) : cells.get(0) + "-" + own);
                all.add(cells);
            });
        }
        return GeneratedLog.text(all.subList(0, rows + 1));
    }

    private void run() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("patuh") + ";USER=patuh";
        addAccounts(url);
        Process server = server(url);
        ExecutorService threads = Executors.newFixedThreadPool(users + browsers);
        AtomicBoolean over = new AtomicBoolean();
        try {
            int port = port();
            List<Person> people = IntStream.range(0, users + browsers)
                    .mapToObj(i -> new Person(port, name(i), PASSWORD, answers))
                    .toList();
            long begun = System.nanoTime();
            finish(threads.invokeAll(
                    people.stream().map(each -> (Callable<Void>) each::signIn).toList()));
            System.out.printf(Locale.ROOT, "%d signed in within %.1f s%n", people.size(), seconds(begun));
            begun = System.nanoTime();
            List<Future<Void>> browsing = new ArrayList<>();
            people.subList(users, people.size()).forEach(each -> browsing.add(threads.submit(() -> each.browse(over))));
            List<Future<Void>> handing = new ArrayList<>();
            people.subList(0, users).forEach(each -> handing.add(threads.submit(() -> each.handIn(log, uploads))));
            finish(handing);
            double seconds = seconds(begun);
            over.set(true);
            finish(browsing);
            answers.print();
            System.out.printf(
                    Locale.ROOT,
                    "%d logs of %,d KB in %.1f s; memory of the server at most %,d MiB%n",
                    users * uploads,
                    log.length() >> 10,
                    seconds,
                    memory(server));
        } finally {
            over.set(true);
            threads.shutdownNow();
            server.destroy();
            server.waitFor(2, TimeUnit.MINUTES);
            System.out.println("the server ended with " + server.exitValue());
        }
    }

    private static void finish(List<Future<Void>> all) throws ExecutionException, InterruptedException {
        for (Future<Void> each : all) {
            each.get();
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void addAccounts(String url) {
        try (Store store = Store.open(url)) {
            Passwords passwords = new Passwords();
            Accounts accounts = new Accounts(store, Clock.systemUTC(), passwords);
            SignIns signIns = new SignIns(store, Clock.systemUTC(), passwords);
            accounts.addFirst(new Profile(ADMIN, "", EnumSet.allOf(Role.class), Reach.EVERYWHERE), Passwords.oneTime());
            for (int i = 0; i < users + browsers; i++) {
                Secret given = Passwords.oneTime();
                accounts.add(
                        new Profile(name(i), "", EnumSet.of(Role.AUDITOR), Reach.EVERYWHERE),
                        given,
                        Actor.atTerminal(ADMIN));
                signIns.changePassword(name(i), given, Secret.of(PASSWORD), "127.0.0.1");
            }
        }
    }

    private static String name(int number) {
        return "auditor-" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private Process server(String url) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("./patuh", "serve", "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        builder.environment().put("PATUH_DB_URL", url);
        builder.environment().put("PATUH_JAVA_OPTS", "-Xmx1g");
        return builder.start();
    }

    private int port() throws IOException, InterruptedException {
        while (true) {
            Matcher address = ADDRESS.matcher(Files.readString(folder.resolve("said.txt")));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            Thread.sleep(100);
        }
    }

    /** In MiB. */
    private static long memory(Process server) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(server.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
