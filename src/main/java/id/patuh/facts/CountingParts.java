package id.patuh.facts;

import id.patuh.intake.Selection;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.violation.MissingFact;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Leaves out what later files have replaced, and notices what is not there any more. */
final class CountingParts implements Selection {

    private final Map<String, StoredSurveys> files;
    private final Set<Met> met = new HashSet<>();

    private record Met(String path, SurveyPart.Kind kind, String key) {}

    /** @param files by the names that they are read by */
    CountingParts(Map<String, StoredSurveys> files) {
        this.files = new LinkedHashMap<>(files);
    }

    @Override
    public boolean wants(SurveyHeader survey, SourceTable table) {
        return wants(table.path(), SurveyPart.responses(survey, 1));
    }

    @Override
    public boolean wants(PublishedResult result) {
        return wants(result.row().table().path(), SurveyPart.of(result));
    }

    @Override
    public boolean wants(FollowUpRecord report) {
        String path = report.row().table().path();
        return wants(path, SurveyPart.of(report, files.get(path).name()));
    }

    private boolean wants(String path, SurveyPart part) {
        if (files.get(path).replaced().stream().anyMatch(part::isSame)) {
            return false;
        }
        met.add(new Met(path, part.kind(), part.key()));
        return true;
    }

    /** What counts and was not met: it was removed, or is no longer read as it was. */
    List<MissingFact> absent() {
        List<MissingFact> absent = new ArrayList<>();
        files.forEach((path, file) -> {
            for (SurveyPart part : file.counting()) {
                if (file.purged()) {
                    absent.addAll(purged(path, part));
                } else if (!met.contains(new Met(path, part.kind(), part.key()))) {
                    // Nobody knows what it would be called by now.
                    absent.add(missing("survey.file-unread", Subject.ofSurvey(part.unit(), null), path));
                }
            }
        });
        return absent;
    }

    private static List<MissingFact> purged(String path, SurveyPart part) {
        List<MissingFact> purged = new ArrayList<>();
        purged.add(missing("survey.file-purged", Subject.ofSurvey(part.unit(), part.survey()), path));
        if (part.service() != null) {
            // As it is called beside another one of the same name.
            String full = part.survey() + " (" + part.service() + ")";
            purged.add(missing("survey.file-purged", Subject.ofSurvey(part.unit(), full), path));
        }
        return purged;
    }

    private static MissingFact missing(String need, Subject subject, String path) {
        return new MissingFact(need, subject, path, Map.of("file", path));
    }
}
