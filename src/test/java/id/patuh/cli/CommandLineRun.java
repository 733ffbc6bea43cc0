package id.patuh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.report.JsonKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of the command line in this process. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun patuh(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Patuh.run(out, err, args);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A verb of {@code patuh rules} on a rule set. */
    static CommandLineRun rules(Path folder, String... args) {
        Stream<String> verb = Stream.concat(Stream.of("rules"), Arrays.stream(args));
        return patuh(
                Stream.concat(verb, Stream.of("--rules", folder.toString())).toArray(String[]::new));
    }

    /** A run that tells in English. */
    static CommandLineRun english(String... args) {
        return patuh(with(args, "--lang", "en"));
    }

    /** What a run tells for programs, in English; it must succeed. */
    static JsonNode json(String... args) {
        CommandLineRun run = english(with(args, "--format", "json"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return JsonKeys.checked(JsonMapper.shared().readTree(run.out()));
    }

    private static String[] with(String[] args, String... further) {
        return Stream.concat(Arrays.stream(args), Arrays.stream(further)).toArray(String[]::new);
    }
}
