package id.patuh.nightly.digest;

import id.patuh.nightly.NightSettings;
import id.patuh.nightly.NightSettingsReader;
import id.patuh.ruleset.RuleSetException;
import id.patuh.ruleset.YamlFile;
import id.patuh.ruleset.YamlProblems;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * All that is said of nights in the file {@code patuh.yaml}.
 *
 * @param nights when and over what they are run
 * @param digest who is told what
 */
public record NightlyConfig(NightSettings nights, DigestSettings digest) {

    /**
     * The settings in a text that may say nothing of nights.
     *
     * @return empty where it does not
     * @throws RuleSetException with every place that is wrong
     */
    public static Optional<NightlyConfig> find(String name, String text, Path folder, Map<String, String> environment) {
        YamlFile file = new YamlFile(name, text);
        boolean some = !file.problems().isEmpty() || NightSettingsReader.isSaid(file);
        return some ? Optional.of(read(name, text, folder, environment)) : Optional.empty();
    }

    /**
     * The settings in a text.
     *
     * @param name of the file, for messages
     * @param folder in which relative paths begin
     * @param environment where variables are looked up
     * @throws RuleSetException with every place that is wrong
     */
    public static NightlyConfig read(String name, String text, Path folder, Map<String, String> environment) {
        YamlFile file = new YamlFile(name, text);
        if (!file.problems().isEmpty()) {
            throw new RuleSetException(file.problems());
        }
        YamlProblems problems = new YamlProblems(file);
        NightSettings nights = NightSettingsReader.read(file, problems, folder);
        NightlyConfig config = nights == null
                ? null
                : new NightlyConfig(nights, DigestSettingsReader.read(file, problems, environment, nights.zone()));
        if (!problems.isEmpty()) {
            throw new RuleSetException(problems.found());
        }
        return config;
    }
}
