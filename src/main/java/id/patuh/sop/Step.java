package id.patuh.sop;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import java.util.List;

/**
 * A numbered row of an SOP.
 *
 * @param no its number as printed
 * @param position its place in the table, from 0
 * @param title what is done
 * @param executor the roles that may do it; empty when the SOP names none
 * @param executorInferred whether the executor was inferred because the source's marks were lost
 * @param inputs documents required (kelengkapan)
 * @param within the time limit as printed, or null
 * @param limit the time limit, or null when none is printed or it cannot be measured
 * @param deadlineFrom what sets the deadline when the text does not, as {@code follow-up-plan}, or null
 * @param outputs documents produced
 * @param after numbers of the steps that must be finished before
 * @param optional whether a case may go without it
 * @param optionalReason why it may, or null
 * @param decision set on approval steps, else null
 * @param clock which time the limit counts
 * @param note remark (keterangan), or null
 */
public record Step(
        int no,
        int position,
        String title,
        List<String> executor,
        boolean executorInferred,
        List<String> inputs,
        String within,
        TimeLimit limit,
        String deadlineFrom,
        List<String> outputs,
        List<Integer> after,
        boolean optional,
        String optionalReason,
        Decision decision,
        Clock clock,
        String note) {

    public Step {
        executor = List.copyOf(executor);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        after = List.copyOf(after);
    }

    /**
     * What an approval step leads to.
     *
     * @param approve number of the step that follows an approval; null where none follows or the SOP names none
     * @param revise number of the step that follows a rejection; null where the SOP names none
     * @param inferred whether the targets were inferred because the SOP does not name them
     */
    public record Decision(Integer approve, Integer revise, boolean inferred) {}
}
