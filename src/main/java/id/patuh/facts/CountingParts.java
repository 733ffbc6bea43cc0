package id.patuh.facts;

import id.patuh.intake.Selection;
import id.patuh.skm.AbsentSurvey;
import id.patuh.skm.FollowUpRecord;
import id.patuh.skm.PublishedResult;
import id.patuh.skm.SurveyHeader;
import id.patuh.skm.SurveyIdentity;
import id.patuh.violation.MissingFact;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

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
        eachAbsent((path, part) -> {
            if (files.get(path).purged()) {
                absent.addAll(purged(path, part));
            } else {
                // Nobody knows what it would be called by now.
                absent.add(missing("survey.file-unread", Subject.ofSurvey(part.unit(), null), path));
            }
        });
        return absent;
    }

    /** The surveys that it was of, as they were called when their files were taken. */
    List<AbsentSurvey> absentSurveys() {
        List<AbsentSurvey> absent = new ArrayList<>();
        eachAbsent((path, part) -> {
            if (part.kind() != SurveyPart.Kind.REPORT) {
                absent.add(new AbsentSurvey(
                        SurveyIdentity.of(part.survey(), part.unit(), part.service()),
                        part.kind() == SurveyPart.Kind.RESPONSES));
            }
        });
        return absent;
    }

    private void eachAbsent(BiConsumer<String, SurveyPart> taker) {
        files.forEach((path, file) -> file.counting().stream()
                .filter(part -> file.purged() || !met.contains(new Met(path, part.kind(), part.key())))
                .forEach(part -> taker.accept(path, part)));
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
