package id.patuh.submission;

import id.patuh.intake.FoundInput;
import id.patuh.mapping.Mapping;
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

/** The files of a submission as temporary files, under the names that they were handed in by; deleted on closing. */
final class OpenSubmission implements Closeable {

    private final Submission submission;
    private final List<FoundInput> inputs = new ArrayList<>();

    private OpenSubmission(Submission submission) {
        this.submission = submission;
    }

    /** @throws SubmissionException at the first file that is missing or altered */
    static OpenSubmission of(Submission submission, Vault vault) {
        return of(submission, submission.files(), vault);
    }

    /** The same with some of its files. */
    static OpenSubmission of(Submission submission, List<SubmittedFile> files, Vault vault) {
        OpenSubmission open = new OpenSubmission(submission);
        boolean whole = false;
        try {
            for (SubmittedFile file : files) {
                Path copy = TemporaryFile.create(".handed-in");
                open.inputs.add(FoundInput.file(file.name(), copy));
                vault.get(file.sha256(), file.name(), copy);
            }
            whole = true;
            return open;
        } catch (VaultException e) {
            throw SubmissionException.of(e);
        } catch (IOException e) {
            throw new SpoolException(System.getProperty("java.io.tmpdir"), e);
        } finally {
            if (!whole) {
                open.close();
            }
        }
    }

    List<FoundInput> files() {
        return List.copyOf(inputs);
    }

    /**
     * How its tables are read under a rule set; null to recognise them.
     *
     * @throws SubmissionException if the rule set has no such mapping
     */
    Mapping mapping(RuleSet ruleSet) {
        String named = submission.order().mapping();
        return named == null
                ? null
                : ruleSet.mapping(named)
                        .orElseThrow(
                                () -> new SubmissionException("submission-mapping-missing", Map.of("mapping", named)));
    }

    /** The mappings by which tables are read that have their columns. */
    List<Mapping> own() {
        return submission.order().mappings().stream().map(OwnMapping::mapping).toList();
    }

    @Override
    public void close() {
        inputs.forEach(input -> TemporaryFile.delete(input.file()));
    }
}
