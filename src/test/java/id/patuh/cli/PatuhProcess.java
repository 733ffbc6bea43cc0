package id.patuh.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as a process of its own, of what was built for the tests. */
public final class PatuhProcess {

    private PatuhProcess() {}

    /**
     * Starts it.
     *
     * @param home for its temporary files
     * @param url of its database
     * @param said gets all that it says and logs, after what is there
     */
    public static Process start(Path home, String url, Path said, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + home,
                property("patuh.cache"),
                property("patuh.build"),
                "-Dpatuh.db.url=" + url,
                "-cp",
                System.getProperty("java.class.path"),
                "id.patuh.cli.Patuh"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start();
    }

    /** As it is for this process. */
    private static String property(String name) {
        return "-D" + name + "=" + System.getProperty(name, "");
    }
}
