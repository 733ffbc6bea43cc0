package id.patuh.ledger.followup;

import id.patuh.check.Grade;
import id.patuh.ledger.followup.Effect.OfUnsur;
import id.patuh.ledger.followup.Effect.Outcome;
import id.patuh.ledger.followup.Effect.Reason;
import id.patuh.ledger.followup.FollowUpItem.Report;
import id.patuh.ledger.trend.ToldGrade;
import id.patuh.skm.FollowedItem.MeantUnsur;
import id.patuh.skm.SurveyIdentity;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Compares unsur between surveys of one unit and service, by their grades as they are kept. The next survey of an item is the
 * first one that begins after the survey followed ended, and did not end before the item's first quarter began: what was asked
 * before anything was to be done says nothing of it.
 */
final class Effects {

    private static final Comparator<ToldGrade> BY_PERIOD = Comparator.<ToldGrade, LocalDate>comparing(
                    each -> each.grade().period().start())
            .thenComparing(each -> each.grade().period().end());
    /** Such a survey has its index, and only its letter is open. */
    private static final String LETTER_OPEN = "grade-undecidable";

    private final List<ToldGrade> surveys;

    /** @param grades all of a scope, also of surveys taken together, which are left aside */
    Effects(List<ToldGrade> grades) {
        this.surveys = grades.stream().filter(ToldGrade::isOfSurvey).toList();
    }

    /** Of an item that is done. */
    Effect of(FollowUpItem item) {
        Optional<ToldGrade> followed = surveys.stream()
                .filter(each -> isFollowed(each.grade(), item.report()))
                .findFirst();
        if (followed.isEmpty() || followed.get().grade().period() == null) {
            return Effect.notComparable(Reason.SURVEY_UNKNOWN);
        }
        if (item.plan().unsur().stream().allMatch(unsur -> unsur.official() == null)) {
            return Effect.notComparable(Reason.UNSUR_UNKNOWN);
        }
        List<Effect> effects = next(followed.get().grade(), item.plan().firstStart()).stream()
                .map(next -> compared(item.plan().unsur(), followed.get(), next))
                .toList();
        if (effects.isEmpty()) {
            return new Effect(Outcome.NO_NEXT, null, null, null, 0, List.of());
        }
        boolean agree = effects.stream().map(Effect::outcome).distinct().count() == 1;
        return agree ? effects.get(0) : Effect.notComparable(Reason.SEVERAL_NEXT);
    }

    private static boolean isFollowed(Grade grade, Report report) {
        return identity(grade).equals(SurveyIdentity.of(report.survey(), report.unit(), report.service()));
    }

    private static SurveyIdentity identity(Grade grade) {
        return SurveyIdentity.of(grade.survey(), grade.unit(), grade.service());
    }

    /** The next survey; more than one where several cover the same period. */
    private List<ToldGrade> next(Grade followed, LocalDate firstQuarter) {
        List<ToldGrade> later = surveys.stream()
                .filter(each -> each.grade().period() != null && isAlike(each.grade(), followed))
                .filter(each ->
                        each.grade().period().start().isAfter(followed.period().end()))
                .filter(each ->
                        firstQuarter == null || !each.grade().period().end().isBefore(firstQuarter))
                .sorted(BY_PERIOD)
                .toList();
        return later.stream()
                .filter(each ->
                        each.grade().period().equals(later.get(0).grade().period()))
                .toList();
    }

    private static boolean isAlike(Grade one, Grade other) {
        return identity(one).unit().equals(identity(other).unit())
                && identity(one).service().equals(identity(other).service());
    }

    private static Effect compared(List<MeantUnsur> unsur, ToldGrade before, ToldGrade after) {
        List<OfUnsur> each = unsur.stream()
                .map(one -> compared(one, before.grade(), after.grade()))
                .toList();
        OfUnsur worst =
                each.stream().min(Comparator.comparing(OfUnsur::outcome)).orElseThrow();
        return new Effect(
                worst.outcome(),
                worst.reason(),
                after.grade().survey(),
                after.grade().period(),
                Math.max(before.run(), after.run()),
                each);
    }

    private static OfUnsur compared(MeantUnsur unsur, Grade before, Grade after) {
        if (unsur.official() == null) {
            return incomparable(unsur.written(), Reason.UNSUR_UNKNOWN);
        }
        if (!isGraded(before) || !isGraded(after)) {
            return incomparable(unsur.official(), Reason.NOT_GRADED);
        }
        boolean sameLaw = Objects.equals(before.regulation(), after.regulation());
        BigDecimal first = value(before, unsur.official(), sameLaw);
        BigDecimal second = value(after, unsur.official(), sameLaw);
        if (first == null || second == null) {
            return incomparable(unsur.official(), sameLaw || first == null ? Reason.NO_MEAN : Reason.OTHER_UNSUR);
        }
        int way = second.compareTo(first);
        Outcome outcome = way > 0 ? Outcome.ROSE : way < 0 ? Outcome.FELL : Outcome.UNCHANGED;
        return new OfUnsur(unsur.official(), first, second, outcome, null);
    }

    private static OfUnsur incomparable(String name, Reason reason) {
        return new OfUnsur(name, null, null, Outcome.NOT_COMPARABLE, reason);
    }

    private static boolean isGraded(Grade grade) {
        return grade.grade() != null || LETTER_OPEN.equals(grade.reason());
    }

    /** By name, since numbers differ between regulations. The mean is exacter; the index fits any scale. */
    private static BigDecimal value(Grade grade, String unsur, boolean mean) {
        return grade.elements().stream()
                .filter(element -> Wording.normalise(element.name()).equals(Wording.normalise(unsur)))
                .findFirst()
                .map(element -> mean ? element.mean() : element.index())
                .orElse(null);
    }
}
