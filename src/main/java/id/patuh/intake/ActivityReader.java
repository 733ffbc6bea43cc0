package id.patuh.intake;

import id.patuh.sop.ActivityRecord;
import id.patuh.sop.ActivityRecord.Outcome;
import id.patuh.sop.Sop;
import id.patuh.violation.SourceRow;
import id.patuh.wording.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Rows of an activity log to records, whatever format they came in. */
final class ActivityReader {

    private static final Map<String, Outcome> OUTCOMES = Map.ofEntries(
            Map.entry("approve", Outcome.APPROVE),
            Map.entry("approved", Outcome.APPROVE),
            Map.entry("setuju", Outcome.APPROVE),
            Map.entry("disetujui", Outcome.APPROVE),
            Map.entry("menyetujui", Outcome.APPROVE),
            Map.entry("revise", Outcome.REVISE),
            Map.entry("revised", Outcome.REVISE),
            Map.entry("perlu perbaikan", Outcome.REVISE),
            Map.entry("perbaikan", Outcome.REVISE),
            Map.entry("revisi", Outcome.REVISE),
            Map.entry("ditolak", Outcome.REVISE));

    private final FileFacts facts;

    ActivityReader(FileFacts facts) {
        this.facts = facts;
    }

    /** Reads a row; what is wrong with it is rejected, all of it at once. */
    void read(SourceRow row) {
        Cells cells = new Cells(row, facts);
        String caseId = cells.required("case");
        String stepText = cells.required("step");
        long start = cells.text("start") == null ? 0 : cells.moment("start", 0);
        cells.required("start");
        long end = cells.moment("end", ActivityRecord.RUNNING);
        String sop = cells.text("sop") == null ? facts.all.options.sop() : cells.text("sop");
        if (sop == null) {
            cells.reject("sop", "value-missing");
        }
        Outcome decision = decision(cells);
        String step = cells.rejected() ? null : step(cells, stepText, sop, start);
        boolean rejected = cells.rejected();
        if (!rejected) {
            facts.all.activities.add(new ActivityRecord(
                    caseId,
                    sop,
                    step,
                    cells.somebody("role"),
                    cells.somebody("person"),
                    start,
                    end,
                    cells.list("inputs"),
                    cells.list("outputs"),
                    decision,
                    cells.text("unit"),
                    row));
        }
        facts.row(InputFile.Kind.ACTIVITY_LOG, rejected);
    }

    private static Outcome decision(Cells cells) {
        String text = cells.somebody("decision");
        if (text == null) {
            return null;
        }
        Outcome outcome = OUTCOMES.get(Wording.normalise(text));
        if (outcome == null) {
            cells.reject("decision", "decision-unknown");
        }
        return outcome;
    }

    /** The step's number: as written, or by its title in the SOP cited; an unknown SOP's steps stay as they are. */
    private String step(Cells cells, String text, String cited, long start) {
        Integer number = Sop.stepNumber(text);
        if (number != null) {
            return number.toString();
        }
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(start), facts.all.options.zone());
        Optional<Sop> sop = facts.all.sops.find(cited, day);
        if (sop.isEmpty()) {
            return text;
        }
        Optional<String> byTitle = sop.get().step(text).map(s -> Integer.toString(s.no()));
        if (byTitle.isEmpty()) {
            cells.reject("step", "step-unreadable", "sop", sop.get().id());
        }
        return byTitle.orElse(null);
    }
}
