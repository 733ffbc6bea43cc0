package id.patuh.ledger.followup;

import id.patuh.ledger.life.LifeViolation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How an item stands on a day.
 *
 * @param scope the scope
 * @param day the day
 * @param told what runs learnt of it by then, in order; never empty
 * @param effect whether its unsur rose; null unless it is done
 * @param violations those open that are about it, whatever waives them
 * @param ofReport those open that are about its report as a whole
 */
public record ItemStanding(
        String scope,
        LocalDate day,
        List<ToldItem> told,
        Effect effect,
        List<LifeViolation> violations,
        List<LifeViolation> ofReport) {

    private static final Map<String, Function<FollowUpItem, Object>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("activity", item -> item.plan().activity());
        PARTS.put("element", item -> item.plan().unsur());
        PARTS.put("evidence", item -> item.outcome().evidence());
        PARTS.put("obstacle", item -> item.outcome().obstacle());
        PARTS.put("owner", item -> item.plan().owner());
        PARTS.put(
                "quarters",
                item -> Stream.of(item.plan().firstStart(), item.plan().lastEnd())
                        .filter(Objects::nonNull)
                        .toList());
    }

    public ItemStanding {
        told = List.copyOf(told);
        violations = List.copyOf(violations);
        ofReport = List.copyOf(ofReport);
    }

    /** By which tables and users know it. */
    public String item() {
        return told.get(0).item();
    }

    /** The unit; what names none is called after its scope. */
    public String unit() {
        return Objects.requireNonNullElse(known().report().unit(), scope);
    }

    /** All that is known of it. */
    public FollowUpItem known() {
        return told.get(told.size() - 1).known();
    }

    /** Its state. */
    public ItemState state() {
        return known().state(day);
    }

    /**
     * All that happened to it: what runs learnt, and what time brought about in between.
     *
     * @param zone whose days the moments of runs are on
     */
    public List<StateChange> history(ZoneId zone) {
        List<StateChange> history = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            ToldItem each = told.get(i);
            LocalDate begin = LocalDate.ofInstant(each.asOf(), zone);
            List<String> changed = i == 0 ? List.of() : changed(told.get(i - 1).known(), each.known());
            ItemState state = each.known().state(begin);
            if (i == 0 || !changed.isEmpty() || state != last(history)) {
                history.add(new StateChange(begin, each.run(), state, changed));
            }
            LocalDate end =
                    i + 1 < told.size() ? LocalDate.ofInstant(told.get(i + 1).asOf(), zone) : day.plusDays(1);
            addByTime(each.known(), begin, end, history);
        }
        return history;
    }

    /** @param end the day before which the next run learnt something else */
    private static void addByTime(FollowUpItem known, LocalDate begin, LocalDate end, List<StateChange> history) {
        Stream.of(
                        known.plan().firstStart(),
                        known.plan().lastEnd() == null
                                ? null
                                : known.plan().lastEnd().plusDays(1))
                .filter(Objects::nonNull)
                .filter(turn -> turn.isAfter(begin) && turn.isBefore(end))
                .filter(turn -> known.state(turn) != last(history))
                .forEach(turn -> history.add(new StateChange(turn, null, known.state(turn), List.of())));
    }

    private static ItemState last(List<StateChange> history) {
        return history.get(history.size() - 1).state();
    }

    private static List<String> changed(FollowUpItem before, FollowUpItem after) {
        return PARTS.entrySet().stream()
                .filter(part -> !Objects.equals(
                        part.getValue().apply(before), part.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
    }
}
