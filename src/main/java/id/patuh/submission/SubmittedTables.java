package id.patuh.submission;

import id.patuh.facts.SavedMappings;
import id.patuh.intake.ActivityList;
import id.patuh.intake.Dataset;
import id.patuh.intake.FoundInput;
import id.patuh.intake.InputFile;
import id.patuh.intake.InputNote;
import id.patuh.intake.Intake;
import id.patuh.intake.RejectedRow;
import id.patuh.intake.ResponseList;
import id.patuh.intake.TableSample;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSet;
import id.patuh.skm.ResponseRecord;
import id.patuh.sop.ActivityRecord;
import id.patuh.spool.SpoolException;
import id.patuh.store.Store;
import id.patuh.vault.Vault;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The tables of files that were handed in: as they stand there, and how their first rows are read. */
public final class SubmittedTables {

    /** Enough to see how a table is read; one may have millions. */
    private static final int FIRST = 250;

    private final Vault vault;
    private final SavedMappings mappings;

    /** @param clock as of {@link SavedMappings} */
    public SubmittedTables(Store store, Clock clock) {
        this.vault = Submissions.vault(store);
        this.mappings = new SavedMappings(store, clock);
    }

    /**
     * What the first rows of a table are read as.
     *
     * @param kinds what was found; empty where nothing was recognised
     * @param notes what its user ought to know of how it was read
     * @param rows rows read, the rejected ones included
     * @param rejectedRows rows rejected
     * @param activities of a log
     * @param responses to surveys
     * @param rejected what could not be read, and why
     */
    public record FirstRows(
            List<InputFile.Kind> kinds,
            List<InputNote> notes,
            int rows,
            int rejectedRows,
            List<ActivityRecord> activities,
            List<ResponseRecord> responses,
            List<RejectedRow> rejected) {

        public FirstRows {
            kinds = List.copyOf(kinds);
            notes = List.copyOf(notes);
            activities = List.copyOf(activities);
            responses = List.copyOf(responses);
            rejected = List.copyOf(rejected);
        }

        /** The names of mappings that notes of a key tell of. */
        public List<String> mappings(String key) {
            return notes.stream()
                    .filter(note -> note.key().equals(key))
                    .map(note -> note.details().get("mapping"))
                    .toList();
        }

        /** Whether a mapping of the owner read them. */
        public boolean isByOwn() {
            return !mappings(Intake.OWN_MAPPING_USED).isEmpty();
        }
    }

    /**
     * The tables of a file, of each the first rows.
     *
     * @throws SubmissionException if the file is missing or altered
     */
    public List<TableSample> of(Submission submission, SubmittedFile file) {
        try (OpenSubmission open = OpenSubmission.of(submission, List.of(file), vault)) {
            FoundInput input = open.files().get(0);
            return Intake.heads(input.name(), input.file(), FIRST);
        } catch (IOException e) {
            throw new SpoolException(System.getProperty("java.io.tmpdir"), e);
        }
    }

    /** The mappings by which tables of a submission that have their columns are, or were, read. */
    public List<OwnMapping> own(Submission submission) {
        boolean byUnitNow = !submission.isTrial() && !submission.state().isOver();
        return byUnitNow
                ? mappings.current(submission.order().scope()).stream()
                        .map(OwnMapping::of)
                        .toList()
                : submission.order().mappings();
    }

    /** Reads the first rows of a table as the submission is read. */
    public FirstRows asHandedIn(Submission submission, SubmittedFile file, TableSample table, RuleSet ruleSet) {
        String named = submission.order().mapping();
        Mapping demanded = named == null ? null : ruleSet.mapping(named).orElse(null);
        List<Mapping> own = own(submission).stream().map(OwnMapping::mapping).toList();
        return read(submission, file, table, demanded, own, ruleSet);
    }

    /** Reads the first rows of a table by a mapping. */
    public FirstRows by(
            Mapping mapping, Submission submission, SubmittedFile file, TableSample table, RuleSet ruleSet) {
        return read(submission, file, table, mapping, List.of(), ruleSet);
    }

    /**
     * Reads the first rows of a table as they are where the mapping is one of the owner's: by it only where its columns are those of
     * the table.
     */
    public FirstRows asOwn(
            Mapping mapping, Submission submission, SubmittedFile file, TableSample table, RuleSet ruleSet) {
        return read(submission, file, table, null, List.of(mapping), ruleSet);
    }

    private static FirstRows read(
            Submission submission,
            SubmittedFile file,
            TableSample table,
            Mapping demanded,
            List<Mapping> own,
            RuleSet ruleSet) {
        SubmissionOrder order = submission.order();
        Intake.Options options = new Intake.Options(order.zone(), order.sop(), null, demanded, ruleSet.mappings());
        ActivityList activities = new ActivityList();
        ResponseList responses = new ResponseList();
        Dataset read = new Intake(options.with(own), ruleSet.regulations(), ruleSet.sops())
                .read(file.name(), table, activities, responses);
        List<RejectedRow> rejected = new ArrayList<>();
        read.rejected().forEach(rejected::add);
        read.rejected().close();
        return new FirstRows(
                read.inputs().stream()
                        .map(InputFile::kind)
                        .filter(kind -> kind != null)
                        .toList(),
                read.inputs().stream().flatMap(input -> input.notes().stream()).toList(),
                read.inputs().stream().mapToInt(InputFile::rows).sum(),
                read.inputs().stream().mapToInt(InputFile::rejected).sum(),
                activities.activities(),
                responses.responses(),
                rejected);
    }
}
