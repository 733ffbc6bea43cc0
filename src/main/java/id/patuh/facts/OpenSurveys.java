package id.patuh.facts;

import id.patuh.intake.FoundInput;
import id.patuh.intake.InputSource;
import id.patuh.intake.Intake;
import id.patuh.ruleset.RuleSet;
import id.patuh.spool.SpoolException;
import id.patuh.spool.TemporaryFile;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stored files as temporary files, each read as it was; deleted on closing. */
final class OpenSurveys implements Closeable {

    private final List<FoundInput> inputs = new ArrayList<>();

    private OpenSurveys() {}

    /**
     * Opens all that were not purged. One whose mapping the rule set no longer has, or the program no longer takes, is left out,
     * as if nothing in it could be read: no rule is evaluated for it, and the night need not fail.
     *
     * @param files by the names that they are to be read by
     * @throws FactsException at the first one that is missing or altered
     */
    static OpenSurveys of(Map<String, StoredSurveys> files, Vault vault, RuleSet ruleSet) {
        OpenSurveys open = new OpenSurveys();
        boolean whole = false;
        try {
            files.forEach((name, file) -> {
                if (!file.purged() && file.how().isPossible(ruleSet)) {
                    open.add(name, file, vault, ruleSet);
                }
            });
            whole = true;
        } finally {
            if (!whole) {
                open.close();
            }
        }
        return open;
    }

    private void add(String name, StoredSurveys file, Vault vault, RuleSet ruleSet) {
        try {
            Intake.Options options = file.how().options(ruleSet);
            Path copy = TemporaryFile.create(".survey");
            inputs.add(FoundInput.file(name, copy, options));
            vault.get(file.sha256(), name, copy);
        } catch (VaultException e) {
            throw FactsException.of(e);
        } catch (IOException e) {
            throw new SpoolException(System.getProperty("java.io.tmpdir"), e);
        }
    }

    InputSource inputs() {
        return InputSource.of(inputs);
    }

    @Override
    public void close() {
        inputs.forEach(input -> TemporaryFile.delete(input.file()));
    }
}
