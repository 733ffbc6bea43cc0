package id.patuh.bench.jmh;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.CaseBinder;
import id.patuh.sop.CaseFile;
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

    private final RuleSet rules;
    private final ReadAll records;
    private final long asOf;
    private final List<List<Object>> batches;

    PatuhInMemory(RuleSet rules, Path log, String asOf) {
        this.rules = rules;
        this.asOf = LocalDateTime.parse(asOf).atZone(ZONE).toInstant().toEpochMilli();
        this.records = ReadAll.by(
                new Intake(new Intake.Options(ZONE, null, null), rules.regulations(), rules.sops()),
                List.of(log.toString()),
                InputStream.nullInputStream());
        this.batches = bind();
    }

    /** How many violations there are in facts bound before. */
    int judge() {
        return judge(batches);
    }

    /** How many there are in records not yet bound. */
    int bindAndJudge() {
        return judge(bind());
    }

    private int judge(List<List<Object>> facts) {
        return facts.stream()
                .mapToInt(batch -> rules.rules().check(batch).size())
                .sum();
    }

    private List<List<Object>> bind() {
        CaseBinder binder = new CaseBinder(
                rules.sops(), rules.parameters(), rules::calendar, unit -> null, (unit, day) -> null, asOf);
        List<CaseFile> cases = binder.bind(records.activities(), new LostRows(List.of(), sop -> sop, unit -> unit));
        List<List<Object>> made = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            if (i % BATCH == 0) {
                made.add(new ArrayList<>());
            }
            cases.get(i).addFactsTo(made.get(made.size() - 1));
        }
        return made;
    }
}
