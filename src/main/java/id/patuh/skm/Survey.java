package id.patuh.skm;

import id.patuh.violation.Evidence;
import id.patuh.violation.Reportable;
import id.patuh.violation.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A survey: its responses, what was published of it, or both. Does not change once it is bound and graded. */
public final class Survey implements PublishedFigure {

    private final SurveyOrigin origin;
    private final Sample sample;
    private final Scores scores;
    private final Publication publication;
    private final Schedule schedule;

    /**
     * The scores of a survey.
     *
     * @param unsur every unsur of the regulation in official order; empty when no regulation is known
     * @param index on the scale 25 to 100, or null
     * @param grading of the index
     * @param gap why there is no index, or null
     * @param priorityCount how many unsur are to be improved first, or null when no parameter says so
     * @param lowest the lowest unsur
     * @param lostScores whether any score could not be read
     * @param lowestOpen whether scores that could not be read may make other unsur the lowest
     */
    record Scores(
            List<ScoredUnsur> unsur,
            Measure index,
            Grading grading,
            String gap,
            Integer priorityCount,
            List<RankedUnsur> lowest,
            boolean lostScores,
            boolean lowestOpen) {}

    /**
     * When the unit has to survey again.
     *
     * @param latest whether this is the unit's latest survey
     * @param nextDue last day on which the next survey is in time, or null when not known
     * @param asOf the day of the check
     */
    record Schedule(boolean latest, LocalDate nextDue, LocalDate asOf) {}

    /** @param publication null when nothing was published, or when no regulation is known to judge it by */
    Survey(SurveyOrigin origin, Sample sample, Scores scores, Publication publication, Schedule schedule) {
        this.origin = origin;
        this.sample = sample;
        this.scores = scores;
        this.publication = publication;
        this.schedule = schedule;
    }

    /** The survey's name. */
    public String getId() {
        return origin.id();
    }

    /** The unit, or null. */
    public String getUnit() {
        return origin.unit();
    }

    /** The service, or null. */
    public String getService() {
        return origin.service();
    }

    /** Short id of the SOP it was held under, else what it cites, else null. */
    public String getSop() {
        return origin.sop();
    }

    /** What it covers; where its rows differ, the period that ends last; null when not stated. */
    public Period getPeriod() {
        return origin.period();
    }

    /** The periods that other rows of it state, earliest first. */
    public List<Period> getOtherPeriods() {
        return origin.periods().stream().filter(p -> !p.equals(origin.period())).toList();
    }

    /** How many different periods its rows state. */
    public int getPeriodCount() {
        return origin.periods().size();
    }

    /** Where each of the periods is first stated. */
    public List<Evidence> getPeriodEvidence() {
        return origin.periodEvidence();
    }

    /** The regulation that scores it, or null when none is known. */
    public Regulation getRegulation() {
        return origin.regulation();
    }

    /** The regulation it declares, as written, or null. */
    public String getDeclaredRegulation() {
        return origin.declared();
    }

    /** Whether the declared regulation was in force on the period's last day; null when that cannot be told. */
    public Boolean getDeclaredInForce() {
        return origin.declaredInForce();
    }

    /** Title of the regulation in force on the period's last day, or null. */
    public String getRegulationInForce() {
        return origin.inForce() == null ? null : origin.inForce().title();
    }

    /** Distinct respondents, else how many are stated, else null. */
    public Integer getRespondents() {
        return sample.respondents();
    }

    /** How many respondents there may be at most, with rows that could not be read; null when not known. */
    public Integer getMostRespondents() {
        return sample.most();
    }

    /** Least number of respondents: of the SOP if it sets one, else the parameter; null when none is in force. */
    public Integer getMinimumRespondents() {
        return sample.minimum();
    }

    /** How many people were served, or null. */
    public Integer getPopulation() {
        return sample.population();
    }

    /** The sample that the population requires, or null. */
    public Integer getRequiredSample() {
        return sample.required();
    }

    /** Respondents who gave every unsur one score; null without responses or where some could not be read. */
    public Integer getUniformRespondents() {
        return sample.uniform();
    }

    /** The groups that the SOP wants represented; empty when it wants none or groups were not recorded. */
    public List<RequiredGroup> getRequiredGroups() {
        return sample.groups();
    }

    /** Respondents who answered more than once. */
    public List<RepeatedRespondent> getRepeatedRespondents() {
        return sample.repeated();
    }

    /** This survey as the SOP binds it, where the SOP sets the number of respondents. */
    public Reportable getSampleDuty() {
        Survey survey = this;
        return new Reportable() {
            @Override
            public Subject subject() {
                return survey.subject();
            }

            @Override
            public List<Evidence> evidence() {
                return survey.evidence();
            }

            @Override
            public LocalDate lawDate() {
                return survey.lawDate();
            }

            @Override
            public String ground() {
                return sample.ground();
            }
        };
    }

    /** Whether it has as many respondents, of all groups, as it must have; a number not known is not held against it. */
    public boolean isGradable() {
        return sample.obstacle() == null;
    }

    /** Every unsur of its regulation in official order; empty when no regulation is known. */
    public List<ScoredUnsur> getUnsur() {
        return scores.unsur();
    }

    @Override
    public BigDecimal getIndex() {
        return scores.index() == null ? null : Exact.index(scores.index().value());
    }

    Measure measure() {
        return scores.index();
    }

    /** The unit's grade; null for the reason given. */
    public String getGrade() {
        return getReason() == null ? scores.grading().grade() : null;
    }

    /** Why index or grade is null, as a key; null when there is a grade. */
    public String getReason() {
        if (scores.gap() != null) {
            return scores.gap();
        }
        if (sample.obstacle() != null) {
            return sample.obstacle();
        }
        String reason = Figures.reason(scores.grading());
        return scores.lostScores() && "grade-undecidable".equals(reason) ? "responses-rejected" : reason;
    }

    /** The lowest unsur, as many as the parameter says, and all that are tied at the cut. */
    public List<RankedUnsur> lowest() {
        return scores.lowest();
    }

    /** Whether scores that could not be read may make other unsur the lowest. */
    public boolean isLowestOpen() {
        return scores.lowestOpen();
    }

    /** How many unsur are to be improved first, or null when no parameter says so. */
    public Integer getPriorityCount() {
        return scores.priorityCount();
    }

    /** Whether this is its unit's latest survey: the only one that tells when the next is due. */
    public boolean isLatestOfUnit() {
        return schedule.latest();
    }

    /** The last day on which the unit's next survey is in time, or null. */
    public LocalDate getNextDue() {
        return schedule.nextDue();
    }

    /** Whether the day has passed on which the unit's next survey was in time. */
    public boolean isNextOverdue() {
        return getNextDue() != null && getNextDue().isBefore(getAsOf());
    }

    /** The day of the check. */
    public LocalDate getAsOf() {
        return schedule.asOf();
    }

    /** The first day after that of the check on which it may be judged otherwise; null: never. */
    LocalDate nextChange() {
        // Without a period it is judged by the law of the day.
        if (getPeriod() == null) {
            return getAsOf().plusDays(1);
        }
        return getNextDue() == null || isNextOverdue() ? null : getNextDue().plusDays(1);
    }

    @Override
    public String getFigureName() {
        return "IKM";
    }

    /** Whether an index was published that no scores can give, and that no table behind it contradicts already. */
    public boolean isPublishedIndexImpossible() {
        return publication != null && publication.impossible() && !isContradicted();
    }

    /** The least index that scores can give; null without a regulation. */
    public BigDecimal getLowestIndex() {
        return ofScale(origin.regulation() == null ? null : origin.regulation().min());
    }

    /** The greatest index that scores can give; null without a regulation. */
    public BigDecimal getHighestIndex() {
        return ofScale(origin.regulation() == null ? null : origin.regulation().max());
    }

    private BigDecimal ofScale(BigDecimal score) {
        return score == null
                ? null
                : Exact.index(Exact.of(score).multiply(origin.regulation().toPercent()));
    }

    @Override
    public BigDecimal getPublishedValue() {
        return publication == null ? null : publication.result().ikm();
    }

    @Override
    public BigDecimal getComputedValue() {
        return publication == null || publication.computed() == null
                ? null
                : Exact.index(publication.computed().value());
    }

    @Override
    public boolean isContradicted() {
        return publication != null && Boolean.FALSE.equals(publication.index().follows());
    }

    @Override
    public BigDecimal getRoundedWeight() {
        return publication == null ? null : publication.index().roundedWeight();
    }

    @Override
    public boolean isGradeChangedByWeight() {
        return publication != null && isGradable() && publication.gradeChanged();
    }

    /** The grade as printed, whether or not the survey may have one; or null. */
    String printedGrade() {
        return publication == null ? null : publication.result().grade();
    }

    @Override
    public String getPublishedGrade() {
        return isGradable() ? printedGrade() : null;
    }

    @Override
    public List<String> getPossibleGrades() {
        return publication == null || !isGradable()
                ? List.of()
                : publication.possible().certain(publication.result().grade(), scores.lostScores());
    }

    @Override
    public List<String> getExpectedGrades() {
        List<String> ofIndex = scores.grading().candidates();
        return ofIndex.isEmpty() || ofIndex.contains(getPublishedGrade()) ? getPossibleGrades() : ofIndex;
    }

    /** The unsur published as priorities, by their official names. */
    public List<String> getPriorities() {
        return publication == null ? List.of() : publication.priorities();
    }

    /** Whether the published priorities are the lowest unsur; null when none are or that cannot be told. */
    public Boolean getPrioritiesLowest() {
        return publication == null ? null : publication.prioritiesAreLowest();
    }

    /** The unsur that ought to have been published as priorities, all of those tied at the cut included. */
    public List<String> getLowestNames() {
        return publication == null ? List.of() : publication.lowest();
    }

    /** Where the priorities are published. */
    public List<Evidence> getPriorityEvidence() {
        return publication == null ? List.of() : publication.cells("priorities");
    }

    @Override
    public List<Evidence> getFigureEvidence() {
        return publication == null ? evidence() : publication.cells("ikm");
    }

    @Override
    public List<Evidence> getGradeEvidence() {
        return getPublishedGrade() == null ? getFigureEvidence() : publication.cells("grade");
    }

    @Override
    public Subject subject() {
        return origin.subject();
    }

    @Override
    public List<Evidence> evidence() {
        return origin.evidence();
    }

    @Override
    public LocalDate lawDate() {
        return origin.lawDate();
    }
}
