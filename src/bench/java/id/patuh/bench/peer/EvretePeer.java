package id.patuh.bench.peer;

import id.patuh.bench.hand.CaseRows;
import id.patuh.bench.hand.Documents;
import id.patuh.bench.hand.Documents.Comparison;
import id.patuh.bench.hand.Documents.Memory;
import id.patuh.bench.hand.HandSop;
import id.patuh.bench.hand.HandWritten;
import id.patuh.bench.hand.Hours;
import id.patuh.bench.hand.Texts;
import id.patuh.wording.Wording;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.evrete.KnowledgeService;
import org.evrete.api.Knowledge;
import org.evrete.api.RhsContext;
import org.evrete.api.StatelessSession;
import org.evrete.api.builders.RuleSetBuilder;

/**
 * The rules in Evrete, in the form that suits it best: facts enriched in Java, rules with conditions on one fact each, a
 * stateless session for every hundred cases. The hand-written checker's reader, calendar and names serve it too.
 *
 * <pre>EvretePeer FILE AS_OF LIST</pre>
 */
public final class EvretePeer {

    private static final int BATCH = 100;
    private static final String COVERED = "#covers decision-missing document-name-drift rework-excessive"
            + " same-person-approves sop-not-in-force sop-unknown step-input-missing step-late step-missing"
            + " step-out-of-order step-output-missing step-overdue step-unknown step-wrong-executor time-in-future"
            + " time-reversed\n";

    private final Map<String, String> settings = HandWritten.column("settings.tsv", "key", "value");
    private final Texts texts = new Texts();
    private final Texts cited = new Texts();
    private final Documents documents = new Documents(texts, settings);
    private final Hours hours = new Hours();
    private final Map<String, HandSop> sops = new HashMap<>();
    private final Map<String, String> keys = HandWritten.sopKeys();
    private final Map<List<String>, Memory> memories = new HashMap<>();
    private final Map<String, Boolean> executes = new HashMap<>();
    private final long asOf;
    private final StringBuilder found = new StringBuilder(COVERED);
    private final Knowledge knowledge;
    private final List<Object> facts = new ArrayList<>();
    private int cases;

    private EvretePeer(String asOf) throws IOException {
        this.asOf = LocalDateTime.parse(asOf).toInstant(ZoneOffset.ofHours(7)).toEpochMilli();
        HandSop.all().forEach(sop -> sops.put(sop.id, sop));
        this.knowledge = rules(new KnowledgeService().newKnowledge());
    }

    public static void main(String[] args) throws IOException {
        EvretePeer peer = new EvretePeer(args[1]);
        HandWritten.read(Path.of(args[0]), peer.texts, peer.cited, peer::take);
        peer.judge();
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[2]))) {
            out.append(peer.found);
        }
        System.exit(0);
    }

    private Knowledge rules(Knowledge empty) {
        RuleSetBuilder<Knowledge> rules = empty.builder();
        activity(rules, "time-reversed", "$a.reversed");
        activity(rules, "time-in-future", "$a.inFuture");
        activity(rules, "sop-not-in-force", "!$a.inForce");
        activity(rules, "step-unknown", "$a.sopKnown && !$a.stepKnown");
        activity(rules, "step-late", "$a.ended && $a.overrun > 0L");
        activity(rules, "step-overdue", "!$a.ended && $a.overrun > 0L");
        activity(rules, "step-wrong-executor", "!$a.roleAllowed");
        activity(rules, "step-input-missing", "$a.inputMissing");
        activity(rules, "step-output-missing", "$a.outputMissing");
        activity(rules, "document-name-drift", "$a.drifting");
        activity(rules, "decision-missing", "$a.decisionLacking");
        activity(rules, "step-out-of-order", "$a.outOfOrder");
        activity(rules, "same-person-approves", "$a.ownWorkApproved");
        rules.newRule("rework-excessive")
                .forEach("$a", EnrichedActivity.class)
                .where("$a.lastRound && $a.round > " + settings.get("maximum-rounds"))
                .execute(c -> {
                    EnrichedActivity a = c.get("$a");
                    report("rework-excessive", a.caseId, a.step, 0);
                });
        rules.newRule("sop-unknown")
                .forEach("$c", EnrichedCase.class)
                .where("!$c.sopKnown")
                .execute(c -> report("sop-unknown", ((EnrichedCase) c.get("$c")).caseId, 0, 0));
        rules.newRule("step-missing")
                .forEach("$g", EnrichedGap.class)
                .where("$g.passed")
                .execute(c -> {
                    EnrichedGap g = c.get("$g");
                    report("step-missing", g.caseId, g.step, 0);
                });
        return rules.build();
    }

    private void activity(RuleSetBuilder<Knowledge> rules, String id, String condition) {
        rules.newRule(id).forEach("$a", EnrichedActivity.class).where(condition).execute((RhsContext c) -> {
            EnrichedActivity a = c.get("$a");
            report(id, a.caseId, a.step, a.round);
        });
    }

    private void report(String rule, String caseId, int step, int round) {
        found.append(rule).append('\t').append(caseId).append('\t');
        found.append(step == 0 ? "" : step)
                .append('\t')
                .append(round == 0 ? "" : round)
                .append('\n');
    }

    private void judge() {
        StatelessSession session = knowledge.newStatelessSession();
        session.insertAndFire(facts);
        facts.clear();
    }

    private void take(CaseRows rows) {
        rows.sort();
        HandSop sop = sops.get(keys.get(Wording.key(cited.text(rows.sop[0]))));
        EnrichedCase whole = new EnrichedCase();
        whole.caseId = rows.caseText();
        whole.sopKnown = sop != null;
        facts.add(whole);
        EnrichedActivity[] made = new EnrichedActivity[rows.count];
        Map<Integer, AtomicInteger> rounds = new HashMap<>();
        for (int i = 0; i < rows.count; i++) {
            made[i] = enrich(rows, i, sop, whole.caseId);
            made[i].round = rounds.computeIfAbsent(made[i].step, s -> new AtomicInteger())
                    .incrementAndGet();
            facts.add(made[i]);
        }
        for (EnrichedActivity activity : made) {
            activity.lastRound = activity.round == rounds.get(activity.step).get();
        }
        if (sop != null) {
            relate(rows, made, sop, whole.caseId);
        }
        if (++cases % BATCH == 0) {
            judge();
        }
    }

    private EnrichedActivity enrich(CaseRows rows, int i, HandSop sop, String caseId) {
        EnrichedActivity a = new EnrichedActivity();
        a.caseId = caseId;
        a.step = rows.step[i];
        a.ended = rows.end[i] != CaseRows.RUNNING;
        a.reversed = rows.end[i] < rows.start[i];
        a.inFuture = rows.start[i] > asOf || a.ended && rows.end[i] > asOf;
        a.sopKnown = sop != null;
        a.roleAllowed = true;
        a.inForce = sop == null || Hours.localDay(rows.start[i]) >= sop.inForce;
        int p = sop == null ? -1 : sop.position[rows.step[i]];
        a.stepKnown = p >= 0;
        if (p < 0) {
            return a;
        }
        if (sop.timed[p]) {
            long due = hours.due(rows.start[i], sop.limit[p]);
            a.overrun = hours.overrun(due, a.ended ? rows.end[i] : asOf);
        }
        String role = texts.text(rows.role[i]);
        a.roleAllowed = sop.executors.get(p).isEmpty()
                || executes.computeIfAbsent(sop.id + p + role, k -> sop.executes(p, role));
        Comparison used = compare(sop.inputs.get(p), rows.inputs[i]);
        boolean yields = a.ended && rows.decision[i] != CaseRows.REVISE;
        Comparison yielded = yields ? compare(sop.outputs.get(p), rows.outputs[i]) : null;
        a.inputMissing = used != null && !used.missing().isEmpty();
        a.outputMissing = yielded != null && !yielded.missing().isEmpty();
        a.drifting = used != null && !used.demanded().isEmpty()
                || yielded != null && !yielded.demanded().isEmpty();
        a.decisionLacking = sop.decision[p] && a.ended && rows.decision[i] == CaseRows.NONE;
        return a;
    }

    private Comparison compare(List<String> demanded, int cell) {
        return demanded.isEmpty() ? null : documents.compare(memories.computeIfAbsent(demanded, Memory::new), cell);
    }

    private void relate(CaseRows rows, EnrichedActivity[] made, HandSop sop, String caseId) {
        long done = 0;
        long passed = 0;
        long[] earliest = new long[sop.count];
        for (int i = 0; i < rows.count; i++) {
            int p = sop.position[rows.step[i]];
            if (p >= 0) {
                earliest[p] = (done >> p & 1) == 0 ? rows.end[i] : Math.min(earliest[p], rows.end[i]);
                done |= 1L << p;
                passed |= sop.ancestors[p];
                boolean finished = rows.end[i] != CaseRows.RUNNING && rows.decision[i] != CaseRows.REVISE;
                passed |= p == sop.count - 1 && finished ? -1L : 0;
            }
        }
        for (int i = 0; i < rows.count; i++) {
            int p = sop.position[rows.step[i]];
            if (p >= 0) {
                made[i].outOfOrder = isUnfinished(sop, p, rows.start[i], done, earliest);
                made[i].ownWorkApproved = sop.decision[p] && isOwnWork(rows, sop, i, p);
            }
        }
        for (int p = 0; p < sop.count; p++) {
            if ((done >> p & 1) == 0 && !sop.optional[p]) {
                EnrichedGap gap = new EnrichedGap();
                gap.caseId = caseId;
                gap.step = sop.no[p];
                gap.passed = (passed >> p & 1) == 1;
                facts.add(gap);
            }
        }
    }

    private static boolean isUnfinished(HandSop sop, int p, long start, long done, long[] earliest) {
        for (int before = 0; before < p; before++) {
            if ((sop.after[p] >> before & 1) == 1) {
                boolean unfinished = (done >> before & 1) == 1
                        ? earliest[before] > start
                        : sop.optional[before] && isUnfinished(sop, before, start, done, earliest);
                if (unfinished) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOwnWork(CaseRows rows, HandSop sop, int approval, int p) {
        for (int work = approval - 1; work >= 0; work--) {
            int position = sop.position[rows.step[work]];
            if (position >= 0 && (sop.judged[p] >> position & 1) == 1) {
                return rows.isSamePerson(approval, work);
            }
        }
        return false;
    }
}
