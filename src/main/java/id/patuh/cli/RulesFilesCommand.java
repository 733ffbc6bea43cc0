package id.patuh.cli;

import id.patuh.ruleset.RuleSetContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw options.usage("output.exists", folder.toString());
        }
        RuleSetContent content = Rulebooks.content(options, version);
        try {
            Path unfinished =
                    Files.createTempDirectory(folder.toAbsolutePath().getParent(), folder.getFileName() + ".");
            try {
                Path files = Files.createDirectory(unfinished.resolve(folder.getFileName()));
                writeTo(files.normalize(), content);
                Files.move(files, folder);
            } finally {
                Folders.delete(unfinished);
            }
        } catch (IOException | InvalidPathException e) {
            throw options.usage("output.unwritable", folder.toString());
        }
        return ExitCode.OK;
    }

    /** Files whose names are one to the file system, as some take letters of either case, are not written over each other. */
    private void writeTo(Path unfinished, RuleSetContent content) throws IOException {
        for (String path : content.paths()) {
            Path file = unfinished.resolve(path).normalize();
            if (!file.startsWith(unfinished)) {
                throw options.usage("output.unwritable", path);
            }
            Files.createDirectories(file.getParent());
            Files.write(file, content.bytes(path), StandardOpenOption.CREATE_NEW);
        }
    }
}
