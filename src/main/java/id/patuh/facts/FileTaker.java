package id.patuh.facts;

import id.patuh.intake.InputFile;
import id.patuh.sop.LostActivity;
import id.patuh.sop.Sops;
import id.patuh.store.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Brings what a file holds into the tables of a scope, within a transaction. */
final class FileTaker {

    private final FactTables facts;
    private final SurveyTables surveys;
    private final FactReader reader;
    private final long scope;
    private final Sops sops;

    /**
     * @param logs remembers what cases of logs share
     * @param sops under which the file was read
     */
    FileTaker(Transaction transaction, long scope, StoredLogs logs, Sops sops) {
        this.facts = new FactTables(transaction);
        this.surveys = new SurveyTables(transaction);
        this.reader = new FactReader(transaction, logs);
        this.scope = scope;
        this.sops = sops;
    }

    Taking take(FileToTake file) throws SQLException {
        List<LostActivity> lostAnywhere = file.cases().lostAnywhere();
        if (file.cases().isEmpty() && file.parts().isEmpty()) {
            return Taking.of(Taking.Outcome.WITHOUT_FACTS, file.read());
        }
        if (facts.file(scope, file.sha256(), file.savedMappings()) != null) {
            return Taking.of(file.hasFacts() ? Taking.Outcome.KNOWN : Taking.Outcome.WITHOUT_FACTS, file.read());
        }
        String kinds = file.read().inputs().stream()
                .map(InputFile::kind)
                .map(InputFile.Kind::word)
                .collect(Collectors.joining(","));
        List<Long> readOtherwise = facts.files(scope, file.sha256());
        long fileId = facts.addFile(scope, file, kinds);
        List<SurveyPart> replaced = takeSurveys(fileId, file, readOtherwise);
        LogTaker taker = new LogTaker(facts, reader, scope, fileId, file.at(), lostAnywhere, sops);
        try {
            file.cases().visit(taker);
        } catch (LogTaker.Failure e) {
            throw e.thrown();
        }
        return taker.end(file, replaced);
    }

    /** @param readOtherwise the same bytes as they were taken before, which count no longer */
    private List<SurveyPart> takeSurveys(long fileId, FileToTake file, List<Long> readOtherwise) throws SQLException {
        if (file.parts().isEmpty() && readOtherwise.isEmpty()) {
            return List.of();
        }
        if (file.parts().stream().anyMatch(part -> part.kind() == SurveyPart.Kind.REPORT)) {
            facts.makeThoseWhoAskForPlansDue(scope);
        }
        return surveys.add(scope, fileId, file.how(), file.parts(), readOtherwise);
    }
}
