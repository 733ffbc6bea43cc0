package id.patuh.web;

import id.patuh.account.Accounts;
import id.patuh.account.Passwords;
import id.patuh.account.Permission;
import id.patuh.account.Profile;
import id.patuh.account.QuickPasswords;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.account.Secret;
import id.patuh.account.SignIns;
import id.patuh.cli.PatuhProcess;
import id.patuh.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where servers are processes of their own, one after the other or side by side, over one database. */
final class ServerPlace implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");

    private final Path folder;
    private final Path temporary;
    private final String url;
    private final List<Process> processes = new ArrayList<>();

    /**
     * Makes an account that may do everything.
     *
     * @param folder that nobody else uses
     * @param url of an empty database
     * @param settings what the configuration file holds
     */
    ServerPlace(Path folder, String url, String settings) throws IOException {
        this.folder = folder;
        this.temporary = Files.createDirectory(folder.resolve("tmp"));
        this.url = url;
        Files.writeString(folder.resolve("patuh.yaml"), settings);
        Passwords passwords = QuickPasswords.make();
        Profile admin = new Profile(RunningServer.NAME, "", EnumSet.allOf(Role.class), Reach.EVERYWHERE);
        try (Store store = store()) {
            new Accounts(store, Clock.systemUTC(), passwords)
                    .addFirst(admin, Secret.of(RunningServer.GIVEN))
                    .orElseThrow();
            new SignIns(store, Clock.systemUTC(), passwords)
                    .changePassword(
                            RunningServer.NAME,
                            Secret.of(RunningServer.GIVEN),
                            Secret.of(RunningServer.PASSWORD),
                            "127.0.0.1");
        }
    }

    /** The database, to be closed; one that is a file nobody else has open. */
    Store store() {
        return Store.open(url);
    }

    /** A token of the account that allows everything. */
    String token(Store store) {
        return ApiClient.token(store, RunningServer.NAME, EnumSet.allOf(Permission.class), Reach.EVERYWHERE);
    }

    /** Starts a server, and returns at once. */
    Served serve(String name) throws IOException {
        Path said = folder.resolve(name + ".txt");
        String config = folder.resolve("patuh.yaml").toString();
        Process process = PatuhProcess.start(temporary, url, said, List.of("serve", "--port", "0", "--config", config));
        processes.add(process);
        return new Served(process, said);
    }

    /** The folders that servers have, or left, among the temporary files, and their other files. */
    List<Path> own() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            // Spring makes empty folders for pages that there are none of.
            return files.filter(file -> !file.getFileName().toString().startsWith("tomcat-docbase."))
                    .toList();
        }
    }

    /** A server. */
    record Served(Process process, Path file) {

        /** Where it is, once it serves. */
        String address() throws Exception {
            while (true) {
                Matcher found = ADDRESS.matcher(Files.exists(file) ? said() : "");
                if (found.find()) {
                    return found.group();
                }
                if (!process.isAlive()) {
                    throw new IllegalStateException(said());
                }
                Thread.sleep(20);
            }
        }

        /** All that it said and logged. */
        String said() throws IOException {
            return Files.readString(file);
        }

        /** Tells it to end, and waits until it has; gives its exit code. */
        int end() throws InterruptedException {
            process.destroy();
            return process.waitFor();
        }

        /** Kills it. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }

    /** Kills the servers that are still there. */
    @Override
    public void close() {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
    }
}
