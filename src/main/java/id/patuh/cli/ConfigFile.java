package id.patuh.cli;

import java.nio.file.Path;

/** The configuration file of whatever runs unattended or serves. */
final class ConfigFile {

    private ConfigFile() {}

    /** Where it stands unless the command line names another one; it may not be there. */
    static Path usual() {
        String folder = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        Path base = folder.isEmpty() ? Path.of(System.getProperty("user.home"), ".config") : Path.of(folder);
        return base.resolve("patuh").resolve("patuh.yaml");
    }
}
