package id.patuh.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** GoRules' zen engine, installed by npm where nothing is kept. */
final class Zen {

    private static final Path SOURCES = Path.of("src", "bench", "zen");
    private static final Path FOLDER = Path.of("target", "bench", "zen");

    private Zen() {}

    static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String name : new String[] {"package.json", "zen.mjs"}) {
            Files.copy(SOURCES.resolve(name), FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
            int exitCode = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund")
                    .directory(FOLDER.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new IOException("npm install ended with " + exitCode);
            }
        }
    }
}
