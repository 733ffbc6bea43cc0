package id.patuh.cli;

import id.patuh.ruleset.RuleSetContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh rules files}. */
@Command(name = "files", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesFilesCommand implements Callable<Integer> {

    @Mixin
    private BasicOptions options;

    @Parameters(index = "0", paramLabel = "N|HASH", descriptionKey = "rulebook-name")
    private String version;

    @Parameters(index = "1", paramLabel = "FOLDER", descriptionKey = "rulebook-new-folder")
    private Path folder;

    @Override
    public Integer call() {
        RuleSetContent content = Rulebooks.content(options, version);
        try {
            Files.createDirectory(folder);
            for (String path : content.paths()) {
                Path file = folder.resolve(path).normalize();
                if (!file.startsWith(folder.normalize())) {
                    throw options.usage("output.unwritable", path);
                }
                Files.createDirectories(file.getParent());
                Files.write(file, content.bytes(path));
            }
        } catch (IOException | InvalidPathException e) {
            throw options.usage("output.unwritable", folder.toString());
        }
        return ExitCode.OK;
    }
}
