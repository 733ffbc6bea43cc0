package id.patuh.bench.hand;

import id.patuh.bench.tables.Definitions;
import id.patuh.bench.tables.Table;
import id.patuh.wording.Wording;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An SOP as arrays by position of the step; sets of steps are bits. */
public final class HandSop {

    private static final int MOST_STEPS = 64;
    private static final int HIGHEST_NUMBER = 1_000;

    public final String id;
    final String ground;
    public final long inForce;
    final String inForceText;
    public final int count;
    public final int[] no;
    public final String[] title;
    final String[] shownTitle;
    public final List<List<String>> executors = new ArrayList<>();
    public final boolean[] inferred;
    final String[] within;
    public final long[] limit;
    public final boolean[] timed;
    public final boolean[] byPlan;
    long optionals;
    long approvals;
    public final boolean[] optional;
    public final boolean[] decision;
    public final int[] approve;
    public final int[] revise;
    public final long[] after;
    public final long[] ancestors;
    /** The steps before an approval whose latest execution it judges. */
    public final long[] judged;
    /** The steps that bypass an approval, when it was refused. */
    public final long[] bypassing;

    public final List<List<String>> inputs = new ArrayList<>();
    public final List<List<String>> outputs = new ArrayList<>();
    /** Position of a step number, or -1. */
    public final int[] position = new int[HIGHEST_NUMBER];

    private final Map<String, String> roleOfAlias = new HashMap<>();

    private HandSop(Map<String, String> sop, List<Map<String, String>> steps) {
        id = sop.get("id");
        ground = "SOP " + sop.get("number");
        inForceText = sop.get("in_force");
        inForce = LocalDate.parse(inForceText).toEpochDay();
        count = steps.size();
        if (count > MOST_STEPS) {
            throw new Uncovered("SOP of " + count + " steps");
        }
        no = new int[count];
        title = new String[count];
        shownTitle = new String[count];
        inferred = new boolean[count];
        within = new String[count];
        limit = new long[count];
        timed = new boolean[count];
        byPlan = new boolean[count];
        optional = new boolean[count];
        decision = new boolean[count];
        approve = new int[count];
        revise = new int[count];
        after = new long[count];
        ancestors = new long[count];
        judged = new long[count];
        bypassing = new long[count];
        Arrays.fill(position, -1);
        for (int i = 0; i < count; i++) {
            no[i] = Integer.parseInt(steps.get(i).get("no"));
            position[no[i]] = i;
        }
        for (int i = 0; i < count; i++) {
            step(i, steps.get(i));
        }
        for (int i = 0; i < count; i++) {
            closeOver(i, new HashSet<>());
        }
        for (int i = 0; i < count; i++) {
            if (decision[i]) {
                relate(i);
            }
        }
    }

    /** The SOPs of the tables. */
    public static List<HandSop> all() throws IOException {
        List<Map<String, String>> steps = Table.read(Definitions.FOLDER.resolve("steps.tsv"));
        List<HandSop> sops = new ArrayList<>();
        Map<String, HandSop> byId = new HashMap<>();
        for (Map<String, String> sop : Table.read(Definitions.FOLDER.resolve("sops.tsv"))) {
            HandSop made = new HandSop(
                    sop,
                    steps.stream()
                            .filter(s -> s.get("sop").equals(sop.get("id")))
                            .toList());
            sops.add(made);
            byId.put(made.id, made);
        }
        for (Map<String, String> name : Table.read(Definitions.FOLDER.resolve("documents.tsv"))) {
            HandSop sop = byId.get(name.get("sop"));
            (name.get("kind").equals("inputs") ? sop.inputs : sop.outputs)
                    .get(Integer.parseInt(name.get("position")))
                    .add(name.get("name"));
        }
        for (Map<String, String> alias : Table.read(Definitions.FOLDER.resolve("aliases.tsv"))) {
            byId.get(alias.get("sop")).roleOfAlias.put(Wording.normalise(alias.get("alias")), alias.get("role"));
        }
        return sops;
    }

    private void step(int i, Map<String, String> step) {
        title[i] = step.get("title");
        shownTitle[i] = title[i].length() <= 120 ? title[i] : title[i].substring(0, 117) + "...";
        executors.add(
                step.get("executors").isEmpty()
                        ? List.of()
                        : List.of(step.get("executors").split("; ")));
        inferred[i] = step.get("inferred").equals("1");
        within[i] = step.get("within");
        timed[i] = !step.get("amount").isEmpty();
        limit[i] = timed[i] ? Hours.limit(Long.parseLong(step.get("amount")), step.get("unit")) : 0;
        byPlan[i] = !step.get("deadline_from").isEmpty();
        optional[i] = step.get("optional").equals("1");
        optionals |= optional[i] ? 1L << i : 0;
        decision[i] = step.get("decision").equals("1");
        approvals |= decision[i] ? 1L << i : 0;
        approve[i] = target(step.get("approve"));
        revise[i] = target(step.get("revise"));
        for (String before : step.get("after").split(" ")) {
            after[i] |= before.isEmpty() ? 0 : 1L << position[Integer.parseInt(before)];
        }
        inputs.add(new ArrayList<>());
        outputs.add(new ArrayList<>());
    }

    private int target(String number) {
        return number.isEmpty() ? -1 : position[Integer.parseInt(number)];
    }

    private long closeOver(int step, Set<Integer> seen) {
        if (seen.add(step)) {
            ancestors[step] = after[step];
            for (long rest = after[step]; rest != 0; rest &= rest - 1) {
                ancestors[step] |= closeOver(Long.numberOfTrailingZeros(rest), seen);
            }
        }
        return ancestors[step];
    }

    private void relate(int approval) {
        int back = revise[approval];
        boolean before = back >= 0 && (ancestors[approval] >> back & 1) == 1;
        judged[approval] = before ? 1L << back : after[approval];
        boolean onward = back >= 0 && (ancestors[back] >> approval & 1) == 1;
        for (int step = 0; step < count; step++) {
            boolean onRevisePath = onward && (back == step || (ancestors[step] >> back & 1) == 1);
            if ((ancestors[step] >> approval & 1) == 1 && !onRevisePath) {
                bypassing[approval] |= 1L << step;
            }
        }
    }

    /** Whether a cell names one of the step's executors. */
    public boolean executes(int step, String cell) {
        for (String role : cell.split(";")) {
            String named = Wording.normalise(role);
            String meant = Wording.normalise(roleOfAlias.getOrDefault(named, role));
            for (String executor : executors.get(step)) {
                String wanted = Wording.normalise(executor);
                if (wanted.equals(named) || wanted.equals(meant)) {
                    return true;
                }
            }
        }
        return false;
    }
}
