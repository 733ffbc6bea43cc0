package id.patuh.skm;

import id.patuh.law.Parameters;
import id.patuh.violation.Evidence;
import id.patuh.violation.SourceTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Scores one survey and judges what was published of it. Responses outrank the published table, which is then compared
 * with them; without responses the table is what is scored.
 */
final class SurveyScoring {

    private final SurveyDraft draft;
    private final SurveyOrigin origin;
    private final Regulations regulations;
    private final Regulation regulation;
    private final GradeBook grades;
    private final Gaps gaps;
    private final PublishedTable table;
    private final List<ScoredUnsur> unsur;
    private final PublishedIndex printed;
    private final Measure tabled;
    private final Measure answered;
    private final Integer priorityCount;

    SurveyScoring(
            SurveyDraft draft,
            SurveyOrigin origin,
            Regulations regulations,
            GradeBook grades,
            Gaps gaps,
            Parameters.InForce law) {
        this.draft = draft;
        this.origin = origin;
        this.regulations = regulations;
        this.regulation = origin.regulation();
        this.grades = grades;
        this.gaps = gaps;
        this.priorityCount = gaps.parameter("skm/priority-count", law.count("skm/priority-count"));
        if (regulation == null) {
            table = null;
            unsur = List.of();
            printed = PublishedIndex.NONE;
            tabled = null;
            answered = null;
        } else {
            List<PublishedResult.Element> elements = draft.published() == null || isOffScale()
                    ? List.of()
                    : draft.published().elements();
            gaps.addIf(isOffScale(), "survey.scale");
            table = tableOf(elements);
            unsur = IntStream.range(0, regulation.unsur().size())
                    .mapToObj(this::score)
                    .toList();
            gaps.addIf(!draft.hasResponses() && !table.exists(), "survey.scores");
            gaps.addIf(IntStream.range(0, unsur.size()).anyMatch(this::isLost), "survey.readable-unsur");
            tabled = table.total();
            answered = draft.hasResponses() ? total() : null;
            printed = PublishedIndex.of(
                    regulation,
                    draft.published() == null || isOffScale()
                            ? null
                            : draft.published().ikm(),
                    behind(),
                    table);
        }
    }

    /** A table that lacks an unsur but names a thing that is none may only have misspelt it. */
    private PublishedTable tableOf(List<PublishedResult.Element> elements) {
        PublishedTable printedTable = new PublishedTable(regulation, elements);
        boolean uncertain = draft.published() != null && draft.published().strange() && !printedTable.isComplete();
        return uncertain ? new PublishedTable(regulation, List.of()) : printedTable;
    }

    Survey.Scores scores() {
        if (regulation == null) {
            boolean unfit = gaps.has("survey.fitting-regulation");
            return new Survey.Scores(
                    List.of(),
                    null,
                    new Grading(List.of()),
                    unfit ? "regulation-unfit" : "regulation-unknown",
                    priorityCount,
                    List.of(),
                    false,
                    false);
        }
        Measure index = draft.hasResponses() ? percent(answered) : indexOfTable();
        return new Survey.Scores(
                unsur,
                index,
                grades.grading(regulation, index),
                index == null ? gap() : null,
                priorityCount,
                priorityCount == null ? List.of() : ranking().lowest(priorityCount),
                hasLostScores(),
                hasLostScores() && priorityCount != null && !ranking().isFirm(priorityCount));
    }

    /** Whether the answers are on another scale than the regulation's, so that none of them can be scored. */
    private boolean isOffScale() {
        return draft.tally() != null && draft.tally().isOffScale();
    }

    private boolean hasLostScores() {
        return draft.tally() != null && draft.tally().hasLostScores();
    }

    /** Whether no score of an unsur could be read, though some were given. */
    private boolean isLost(int i) {
        ResponseTally tally = draft.tally();
        return tally != null && tally.mean(i) == null && tally.outOfRange(i).isEmpty() && tally.hasLostScores(i);
    }

    /** What was published, judged; null when nothing was or no regulation is known. */
    Publication publication() {
        PublishedResult result = draft.published();
        if (result == null || regulation == null || isOffScale()) {
            return null;
        }
        noteGaps(result);
        Set<Unsur> named = new LinkedHashSet<>();
        boolean allKnown = true;
        for (String priority : result.priorities()) {
            Optional<Unsur> meant = meant(priority);
            meant.ifPresent(named::add);
            allKnown &= meant.isPresent();
        }
        boolean tellable = allKnown && !named.isEmpty() && behind() != null && !(tabled == null && hasLostScores());
        if (!allKnown) {
            gaps.add("published.priorities");
        }
        Ranking behind = tabled != null ? rankingOfTable() : ranking();
        Measure computed = percent(behind());
        return new Publication(
                result,
                printed,
                printed.printed() != null && inside(printed.printed()) == null,
                computed,
                grades.grading(regulation, possible().toArray(Measure[]::new)),
                grades.grading(regulation, inside(printed.printed())),
                grades.grading(regulation, computed),
                named.stream().map(Unsur::name).toList(),
                tellable ? behind.areLowest(named) : null,
                behind.lowestNames(named.size()));
    }

    private void noteGaps(PublishedResult result) {
        gaps.addIf(result.ikm() == null, "published.index");
        gaps.addIf(
                result.grade() == null && result.elements().stream().allMatch(e -> e.grade() == null),
                "published.grades");
        gaps.addIf(result.priorities().isEmpty(), "published.priorities");
        gaps.addIf(behind() == null, "published.table");
        gaps.addIf(draft.isAmbiguous(), "published.unambiguous");
        gaps.addIf(hasLostScores(), "survey.all-scores");
    }

    /** The sum of means behind a published index: of its own table, else of the responses; null when incomplete. */
    private Measure behind() {
        return tabled != null ? tabled : answered;
    }

    private Measure percent(Measure total) {
        return total == null ? null : total.times(regulation.weight()).times(regulation.toPercent());
    }

    /** The index of a published table, made more certain by a printed index that follows from it. */
    private Measure indexOfTable() {
        Measure index = percent(tabled);
        if (index == null || !Boolean.TRUE.equals(printed.follows())) {
            return index;
        }
        Measure common = index.common(inside(printed.printed()));
        return common == null ? index : common;
    }

    /** Every figure that may be the unit's true index. Where the printed one is wrong, its grade is not wrong as well. */
    private List<Measure> possible() {
        Measure index = percent(behind());
        Measure print = inside(printed.printed());
        Measure common = index == null || print == null ? null : index.common(print);
        List<Measure> figures = new ArrayList<>();
        if (Boolean.TRUE.equals(printed.follows()) && common != null) {
            figures.add(common);
        } else {
            figures.add(index);
            figures.add(print);
        }
        figures.removeIf(Objects::isNull);
        Measure own = percent(answered);
        if (own == null) {
            return figures;
        }
        boolean agrees = figures.stream().allMatch(own::meets);
        if (agrees && own.isExact()) {
            return List.of(own);
        }
        if (!agrees) {
            figures.add(own);
        }
        return figures;
    }

    /** A printed index without what no index can reach; null where it lies wholly outside. */
    private Measure inside(Measure index) {
        if (index == null) {
            return null;
        }
        Measure within = index.within(
                Exact.of(regulation.min()).multiply(regulation.toPercent()),
                Exact.of(regulation.max()).multiply(regulation.toPercent()));
        return within.low().compareTo(within.high()) > 0 ? null : within;
    }

    private String gap() {
        if (isOffScale()) {
            return "scale-other";
        }
        if (IntStream.range(0, unsur.size()).anyMatch(this::isLost)) {
            return "responses-rejected";
        }
        if (unsur.stream().anyMatch(u -> u.isMissing() && u.getMean() == null)) {
            return "unsur-missing";
        }
        return unsur.stream().anyMatch(u -> u.getOutOfRangeCount() > 0) ? "score-out-of-range" : "table-missing";
    }

    private Measure total() {
        return unsur.stream().anyMatch(u -> u.measure() == null)
                ? null
                : unsur.stream().map(ScoredUnsur::measure).reduce(Measure::plus).orElse(null);
    }

    private Ranking ranking() {
        return new Ranking(unsur.stream()
                .filter(u -> u.measure() != null)
                .map(u -> new Ranking.Ranked(u.unsur(), u.measure()))
                .toList());
    }

    private Ranking rankingOfTable() {
        return new Ranking(IntStream.range(0, unsur.size())
                .mapToObj(i ->
                        new Ranking.Ranked(unsur.get(i).unsur(), table.line(i).mean()))
                .toList());
    }

    private Optional<Unsur> meant(String priority) {
        return regulations.label(priority).flatMap(regulation::meantBy).or(() -> regulation.named(priority));
    }

    private ScoredUnsur score(int i) {
        Unsur element = regulation.unsur().get(i);
        PublishedTable.Line line = table.exists() ? table.line(i) : null;
        ResponseTally tally = draft.tally();
        Measure mean = tally == null || isOffScale() ? null : tally.mean(i);
        List<Evidence> outOfRange = new ArrayList<>(tally == null ? List.of() : tally.outOfRange(i));
        boolean missing = draft.hasResponses() && mean == null && outOfRange.isEmpty() && !isLost(i) && !isOffScale();
        if (line != null) {
            missing |= line.mean() == null && line.outOfRange().isEmpty();
            outOfRange.addAll(line.outOfRange());
        }
        List<Evidence> codeCells = new ArrayList<>();
        String code = null;
        for (Map.Entry<UnsurLabel, SourceTable> column : draft.columns().entrySet()) {
            if (isMislabelled(column.getKey(), element)) {
                code = column.getKey().code();
                codeCells.add(header(column.getValue(), column.getKey()));
            }
        }
        for (PublishedResult.Element row : line == null ? List.<PublishedResult.Element>of() : line.rows()) {
            if (isMislabelled(row.label(), element)) {
                code = row.label().code();
                codeCells.add(row.row().cell("element"));
            }
        }
        return new ScoredUnsur(
                origin,
                element,
                new ScoredUnsur.Source(mean, tally == null ? null : tally.sum(i), missing, code, codeCells, outOfRange),
                line,
                draft.hasResponses(),
                grades);
    }

    private boolean isMislabelled(UnsurLabel label, Unsur element) {
        return label.code() != null
                && label.name() != null
                && !label.code().equalsIgnoreCase(element.code())
                && regulation.named(label.name()).filter(element::equals).isPresent();
    }

    private static Evidence header(SourceTable table, UnsurLabel label) {
        String field = table.has(label.key()) ? label.key() : label.key() + "#1";
        return table.headerCell(field);
    }
}
