package id.patuh.sop;

import id.patuh.wording.NameMatcher;

/** What an SOP says of activities of one kind, whoever does them and whenever. For one thread. */
final class BoundKind {

    /** What they do; null where the SOP knows no such step. */
    final BoundStep step;
    /** Whether the role they name is one of the step's executors; false where they name none. */
    final boolean roleAllowed;

    private final ActivityKind kind;
    /** How the documents were compared last. */
    private NameMatcher compared;

    private DocumentMatch inputs;
    private DocumentMatch outputs;

    BoundKind(ActivityKind kind, BoundStep step) {
        this.kind = kind;
        this.step = step;
        this.roleAllowed = step != null && kind.role() != null && step.isExecutedBy(kind.role());
    }

    /** The inputs they name beside those that the step demands. */
    DocumentMatch inputs(NameMatcher names) {
        compare(names);
        return inputs;
    }

    /** The same of their outputs. */
    DocumentMatch outputs(NameMatcher names) {
        compare(names);
        return outputs;
    }

    private void compare(NameMatcher names) {
        if (names != compared) {
            inputs = step.inputs.of(names).match(kind.inputs());
            outputs = step.outputs.of(names).match(kind.outputs());
            compared = names;
        }
    }
}
