package id.patuh.sop;

import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An SOP with what its cases ask about it over and over. */
final class BoundSop {

    private static final int TEXTS_REMEMBERED = 1_000;

    final Sop sop;
    final StepOrder order;

    /** Epoch days. */
    private final long firstDay;

    private final long lastDay;
    private final Memory<String, Step> steps;
    /** By position of the step: whether the roles that a cell names may do it. */
    private final List<Memory<String, Boolean>> executors;

    BoundSop(Sop sop) {
        this.sop = sop;
        this.order = new StepOrder(sop);
        this.firstDay = sop.inForce().toEpochDay();
        this.lastDay = sop.until() == null ? Long.MAX_VALUE : sop.until().toEpochDay();
        this.steps = new Memory<>(TEXTS_REMEMBERED, written -> sop.step(written).orElse(null));
        this.executors = sop.steps().stream().map(this::executors).toList();
    }

    private Memory<String, Boolean> executors(Step step) {
        Set<String> roles = step.executor().stream().map(Wording::normalise).collect(Collectors.toSet());
        return new Memory<>(
                TEXTS_REMEMBERED,
                cell -> entries(cell)
                        .anyMatch(role -> roles.contains(Wording.normalise(role))
                                || roles.contains(Wording.normalise(sop.role(role)))));
    }

    /** A cell may hold several names, separated by semicolons. */
    private static Stream<String> entries(String cell) {
        return cell.indexOf(';') < 0
                ? Stream.of(cell)
                : Arrays.stream(cell.split(";")).map(String::strip).filter(name -> !name.isEmpty());
    }

    /** The step that a log means by its number or title, or null. */
    Step step(String written) {
        return steps.of(written);
    }

    /** Whether the SOP was in force on an epoch day. */
    boolean isInForce(long day) {
        return day >= firstDay && day <= lastDay;
    }

    /** Whether one of the roles that a cell names is among the step's executors. */
    boolean executes(Step step, String roles) {
        return executors.get(step.position()).of(roles);
    }
}
