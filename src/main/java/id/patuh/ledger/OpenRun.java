package id.patuh.ledger;

import id.patuh.check.CheckRequest;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputSource;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.spool.SpoolException;
import id.patuh.spool.TemporaryFile;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run whose inputs are there as temporary files, under the names that they had; deleted on closing. */
public final class OpenRun implements Closeable {

    private final KeptRun run;
    private final List<FoundInput> inputs = new ArrayList<>();
    private final Map<String, Path> files = new HashMap<>();

    private OpenRun(KeptRun run) {
        this.run = run;
    }

    /** @throws LedgerException at the first input that is missing or altered */
    static OpenRun of(KeptRun run, Vault vault) {
        OpenRun open = new OpenRun(run);
        boolean whole = false;
        try {
            for (KeptInput input : run.inputs()) {
                open.inputs.add(
                        input.in(input.sha256() == null ? null : open.file(input.sha256(), input.name(), vault)));
            }
            String mapping = run.request().mappingSha256();
            if (mapping != null) {
                open.file(mapping, run.request().mapping(), vault);
            }
            whole = true;
        } finally {
            if (!whole) {
                open.close();
            }
        }
        return open;
    }

    private Path file(String sha256, String name, Vault vault) {
        Path known = files.get(sha256);
        if (known != null) {
            return known;
        }
        try {
            Path file = TemporaryFile.create(".run");
            files.put(sha256, file);
            vault.get(sha256, name, file);
            return file;
        } catch (VaultException e) {
            throw LedgerException.of(e);
        } catch (IOException e) {
            throw new SpoolException(System.getProperty("java.io.tmpdir"), e);
        }
    }

    /** Its inputs. */
    public InputSource inputs() {
        return InputSource.of(inputs);
    }

    /**
     * What it was asked, under a rule set: a mapping that is no file is that of the rule set.
     *
     * @throws LedgerException if the rule set has no such mapping
     */
    public CheckRequest request(RuleSet ruleSet) {
        RunRequest asked = run.request();
        return new CheckRequest(
                run.inputs().stream().map(KeptInput::name).toList(),
                asked.asOf(),
                asked.zone(),
                asked.sop(),
                asked.kind() == null ? null : InputFile.Kind.named(asked.kind()),
                asked.mapping() == null ? null : mapping(asked, ruleSet));
    }

    private Mapping mapping(RunRequest asked, RuleSet ruleSet) {
        if (asked.mappingSha256() == null) {
            return ruleSet.mapping(asked.mapping())
                    .orElseThrow(() -> new LedgerException("mapping-missing", "mapping", asked.mapping()));
        }
        try {
            return RuleSetReader.readMapping(asked.mapping(), Files.readAllBytes(files.get(asked.mappingSha256())));
        } catch (IOException e) {
            throw new SpoolException(System.getProperty("java.io.tmpdir"), e);
        }
    }

    @Override
    public void close() {
        files.values().forEach(TemporaryFile::delete);
    }
}
