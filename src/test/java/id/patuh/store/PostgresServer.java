package id.patuh.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A real PostgreSQL server for tests, started once a process from binaries of Maven Central. It refuses to run as root:
 * there it runs as the user nobody.
 */
final class PostgresServer {

    private static final String NOBODY = "65534";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static PostgresServer started;
    /** The database that others are copies of: making all tables takes longer than many a test. */
    private static String prepared;

    private final Path folder;
    private final int port;
    private final Process process;

    /** Whether there are binaries for this machine. */
    static boolean isAvailable() {
        return binaries() != null;
    }

    private static InputStream binaries() {
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        return linux ? PostgresServer.class.getResourceAsStream("/postgres-linux-x86_64.txz") : null;
    }

    /** The URL of a new, empty database. */
    static synchronized String emptyDatabase() throws IOException, SQLException, InterruptedException {
        return newDatabase("template1");
    }

    /** The URL of a new database with all tables, and nothing in them. */
    static synchronized String newDatabase() throws IOException, SQLException, InterruptedException {
        if (prepared == null) {
            String url = emptyDatabase();
            Store.open(url).close();
            prepared = name(url);
        }
        return newDatabase(prepared);
    }

    private static String newDatabase(String template) throws IOException, SQLException, InterruptedException {
        if (started == null) {
            started = new PostgresServer();
        }
        String name = "test" + DATABASES.incrementAndGet();
        started.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return started.url(name);
    }

    private static String name(String url) {
        return url.replaceAll(".*/|\\?.*", "");
    }

    /** The same with its tables on a disk, which anybody may write to. */
    static synchronized String newDatabase(Path disk) throws IOException, SQLException, InterruptedException {
        String url = newDatabase();
        String name = name(url);
        Path tables = Files.createDirectory(disk.resolve(name));
        if (isRoot()) {
            Files.setAttribute(tables, "unix:uid", Integer.valueOf(NOBODY));
        }
        started.execute("CREATE TABLESPACE " + name + " LOCATION '" + tables + "'");
        started.execute("ALTER DATABASE " + name + " SET TABLESPACE " + name);
        return url;
    }

    /** Removes a database and its disk: nothing may be left to be written to that. */
    static synchronized void drop(String url) throws SQLException {
        String name = name(url);
        started.execute("DROP DATABASE " + name + " WITH (FORCE)");
        started.execute("DROP TABLESPACE " + name);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private PostgresServer() throws IOException, InterruptedException, SQLException {
        folder = Files.createTempDirectory("patuh-postgres");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        unpack(folder);
        Path data = folder.resolve("data");
        run("initdb", "-D", data.toString(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync", "--no-locale")
                .waitFor();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        process = run(
                "postgres",
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-k",
                "",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=200");
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        waitUntilReady();
    }

    private void waitUntilReady() throws SQLException, InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                DriverManager.getConnection(url("postgres")).close();
                return;
            } catch (SQLException e) {
                if (attempt == 300 || !process.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    private Process run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            Collections.addAll(command, "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        }
        command.add(folder.resolve("bin/" + program).toString());
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile(folder, program, ".log").toFile())
                .start();
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("left behind: " + folder + " (" + e + ")");
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(binaries()))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                Path file = folder.resolve(entry.getName()).normalize();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, file);
                    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                }
            }
        }
    }
}
