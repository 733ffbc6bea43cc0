package id.patuh.cli;

import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.ruleset.RuleSetReader;
import picocli.CommandLine.Option;

/** Options of verbs that may take the rule set from the rulebook; there {@code --version} names it, not the program's. */
final class RuleSetOptions extends CommonOptions {

    @Option(names = RuleSets.VERSION, paramLabel = "N|HASH", descriptionKey = "rulebook-name")
    private String version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    private boolean help;

    @Override
    RuleSet ruleSet() {
        return version == null ? super.ruleSet() : RuleSetReader.read(ruleSetContent(), RuleCaches.ofUser());
    }

    @Override
    RuleSetContent ruleSetContent() {
        return version == null ? super.ruleSetContent() : Rulebooks.content(this, version);
    }

    @Override
    void check() {
        super.check();
        checkVersion();
    }

    @Override
    void checkReport() {
        super.checkReport();
        checkVersion();
    }

    private void checkVersion() {
        if (version != null && namesFolder()) {
            throw usage("version.and.rules", version);
        }
    }
}
