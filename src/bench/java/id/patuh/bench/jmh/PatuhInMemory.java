package id.patuh.bench.jmh;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.ActivityRecord;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.LostRows;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A log kept in memory and judged by patuh's rules, again and again: all that benchmarks ask of patuh's inner parts. */
final class PatuhInMemory {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final int BATCH = 100;
    private static final LostRows NONE_LOST = new LostRows(List.of(), sop -> sop, unit -> unit);

    private final RuleSet rules;
    private final long asOf;
    private final List<List<ActivityRecord>> records;
    private final List<List<Object>> facts;

    /** @param log its cases stand together */
    PatuhInMemory(RuleSet rules, Path log, String asOf) {
        this.rules = rules;
        this.asOf = LocalDateTime.parse(asOf).atZone(ZONE).toInstant().toEpochMilli();
        Intake intake = new Intake(new Intake.Options(ZONE, null, null), rules.regulations(), rules.sops());
        this.records = batches(ReadAll.by(intake, List.of(log.toString()), InputStream.nullInputStream())
                .activities());
        CaseBinder binder = binder();
        this.facts = records.stream().map(batch -> bind(binder, batch)).toList();
    }

    private static List<List<ActivityRecord>> batches(List<ActivityRecord> all) {
        List<List<ActivityRecord>> batches = new ArrayList<>();
        String latest = null;
        int cases = 0;
        for (ActivityRecord row : all) {
            if (!row.caseId().equals(latest)) {
                latest = row.caseId();
                if (cases++ % BATCH == 0) {
                    batches.add(new ArrayList<>());
                }
            }
            batches.get(batches.size() - 1).add(row);
        }
        return batches;
    }

    /** How many violations there are in facts bound before. */
    int judge() {
        return facts.stream().mapToInt(this::judge).sum();
    }

    /** How many there are in records not yet bound. */
    int bindAndJudge() {
        CaseBinder binder = binder();
        return records.stream().mapToInt(batch -> judge(bind(binder, batch))).sum();
    }

    private int judge(List<Object> batch) {
        return rules.rules().check(batch).size();
    }

    private CaseBinder binder() {
        return new CaseBinder(
                rules.sops(), rules.parameters(), rules::calendar, unit -> null, (unit, day) -> null, asOf);
    }

    private static List<Object> bind(CaseBinder binder, List<ActivityRecord> batch) {
        List<Object> bound = new ArrayList<>();
        binder.bind(batch, NONE_LOST).forEach(file -> file.addFactsTo(bound));
        return bound;
    }
}
