package id.patuh.cli;

import id.patuh.report.Moments;
import id.patuh.report.Printable;
import java.time.Instant;
import picocli.CommandLine.Option;

/** Options of every verb by which somebody does what is kept with his name, and tells it at the terminal. */
class ActingOptions extends BasicOptions {

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "rulebook-user")
    private String user = System.getProperty("user.name");

    /** What was told; null while it is told at once. */
    private StringBuilder collected;

    /** Who acts: what the command line says, which nobody checks. */
    String user() {
        return user;
    }

    /** Refuses an output file: what is done is told at the terminal, and no report of it is made. */
    void refuseOutput() {
        if (output() != null) {
            throw usage("output.unused", output().toString());
        }
    }

    /** Tells a line, its gaps filled. */
    void say(String key, Object... values) {
        String line = text(key);
        for (int i = 0; i < values.length; i++) {
            line = line.replace("{" + i + "}", String.valueOf(values[i]));
        }
        tell(line);
    }

    void tell(String line) {
        print(Printable.of(line) + "\n");
    }

    /** Writes lines that are fit for a terminal. */
    void print(String lines) {
        if (collected != null) {
            collected.append(lines);
            return;
        }
        commandLine().getOut().print(lines);
        commandLine().getOut().flush();
    }

    /** Writes all that is told meanwhile at once, where it was asked for. */
    void collect(Runnable telling) {
        collected = new StringBuilder();
        telling.run();
        write(collected.toString());
        collected = null;
    }

    /** Refuses to go on where what was told could not be written: nobody is to approve what he could not see. */
    void refuseUnseen() {
        if (commandLine().getOut().checkError()) {
            throw usage("output.unwritable", "-");
        }
    }

    String text(String key) {
        return language().texts("id.patuh.cli.help").getString(key);
    }

    String text(Instant at) {
        return Moments.toTheSecond(at, zone());
    }
}
