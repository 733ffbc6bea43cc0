package id.patuh.sop;

import id.patuh.wording.NameMatcher;
import id.patuh.wording.Wording;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A step with what its activities ask about it over and over. For one thread. */
final class BoundStep {

    private static final int TEXTS_REMEMBERED = 1_000;
    private static final int LAWS_REMEMBERED = 100;

    final Step step;
    /** How its inputs are compared, by how the law of the day compares names. */
    final Memory<NameMatcher, DocumentMatcher> inputs;
    /** The same of its outputs. */
    final Memory<NameMatcher, DocumentMatcher> outputs;

    /** Whether the roles that a cell names may do it. */
    private final Memory<String, Boolean> executors;

    BoundStep(Step step, Sop sop) {
        this.step = step;
        this.inputs = new Memory<>(LAWS_REMEMBERED, names -> new DocumentMatcher(names, step.inputs()));
        this.outputs = new Memory<>(LAWS_REMEMBERED, names -> new DocumentMatcher(names, step.outputs()));
        Set<String> roles = step.executor().stream().map(Wording::normalise).collect(Collectors.toSet());
        this.executors = new Memory<>(
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

    /** Whether one of the roles that a cell names is among the step's executors. */
    boolean isExecutedBy(String roles) {
        return executors.of(roles);
    }
}
