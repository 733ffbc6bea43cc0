package id.patuh.skm;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regulation that scores a survey: the one it declares, else the one in force. A survey without a period may be older
 * than the check: where its unsur are wholly those of another regulation, that one scores it.
 *
 * @param regulation null when none is known or none fits
 * @param unfit whether the regulation in force does not fit the survey's unsur
 * @param strange the unsur of the survey that the regulation, or the one in force, does not know: they are not scored
 */
record ScoringLaw(Regulation regulation, boolean unfit, List<UnsurLabel> strange) {

    ScoringLaw {
        strange = List.copyOf(strange);
    }

    /** @param day the day whose law judges the survey */
    static ScoringLaw of(SurveyDraft draft, Regulations regulations, LocalDate day) {
        Optional<Regulation> stated =
                draft.regulation() != null ? regulations.find(draft.regulation()) : regulations.inForceOn(day);
        if (stated.isEmpty()) {
            return new ScoringLaw(null, false, List.of());
        }
        Regulation regulation = stated.get();
        List<UnsurLabel> labels = labels(draft);
        List<UnsurLabel> strange =
                labels.stream().filter(l -> regulation.meantBy(l).isEmpty()).toList();
        if (strange.isEmpty() || draft.regulation() != null) {
            return new ScoringLaw(regulation, false, strange);
        }
        List<Regulation> fitting =
                regulations.all().stream().filter(r -> isWhole(r, labels)).toList();
        if (draft.period() == null && fitting.size() == 1) {
            return new ScoringLaw(fitting.get(0), false, List.of());
        }
        // Beside every unsur by name others are only added; but U8 of fourteen need not be U8 of nine.
        long scored = labels.stream().distinct().count();
        return scored > regulation.unsur().size() && !namesAll(regulation, labels)
                ? new ScoringLaw(null, true, strange)
                : new ScoringLaw(regulation, false, strange);
    }

    private static List<UnsurLabel> labels(SurveyDraft draft) {
        Stream<UnsurLabel> printed = draft.published() == null
                ? Stream.empty()
                : draft.published().elements().stream().map(PublishedResult.Element::label);
        return Stream.concat(draft.columns().keySet().stream(), printed)
                .distinct()
                .toList();
    }

    /** Whether the labels are those of all its unsur, and of nothing else. */
    private static boolean isWhole(Regulation regulation, List<UnsurLabel> labels) {
        return labels.stream().allMatch(l -> regulation.meantBy(l).isPresent())
                && regulation.unsur().stream().allMatch(u -> means(regulation, u, labels.stream()));
    }

    private static boolean namesAll(Regulation regulation, List<UnsurLabel> labels) {
        return regulation.unsur().stream()
                .allMatch(u -> means(regulation, u, labels.stream().filter(l -> l.name() != null)));
    }

    private static boolean means(Regulation regulation, Unsur unsur, Stream<UnsurLabel> labels) {
        return labels.anyMatch(l -> regulation.meantBy(l).filter(unsur::equals).isPresent());
    }

    /** The unsur that are not scored, as the survey calls them. */
    String strangeNames() {
        return String.join(", ", strange.stream().map(UnsurLabel::key).toList());
    }
}
