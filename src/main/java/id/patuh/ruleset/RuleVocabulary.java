package id.patuh.ruleset;

import id.patuh.engine.guard.Vocabulary;
import id.patuh.engine.guard.Vocabulary.Calls;
import id.patuh.skm.FollowUp;
import id.patuh.skm.GradeQuery;
import id.patuh.skm.LowestUnsur;
import id.patuh.skm.PlannedActivity;
import id.patuh.skm.PublishedFigure;
import id.patuh.skm.RegionUnit;
import id.patuh.skm.Regulation;
import id.patuh.skm.RepeatedRespondent;
import id.patuh.skm.ReportedActivity;
import id.patuh.skm.RequiredGroup;
import id.patuh.skm.ScoredUnsur;
import id.patuh.skm.Survey;
import id.patuh.sop.Activity;
import id.patuh.sop.CaseConstraint;
import id.patuh.sop.CaseFile;
import id.patuh.sop.ConstraintKind;
import id.patuh.sop.UndoneStep;
import id.patuh.sop.lint.CitationFact;
import id.patuh.sop.lint.RoleFact;
import id.patuh.sop.lint.SopFact;
import id.patuh.sop.lint.StepFact;
import id.patuh.sop.lint.UncitedFact;
import java.util.List;

/** What rules may name and call: the one list that a new fact, or a new question to a fact, is added to. */
public final class RuleVocabulary {

    /** Facts, whose getters rules may read. */
    private static final List<Class<?>> FACTS = List.of(
            Activity.class,
            CaseConstraint.class,
            CaseFile.class,
            UndoneStep.class,
            CitationFact.class,
            RoleFact.class,
            SopFact.class,
            StepFact.class,
            UncitedFact.class,
            FollowUp.class,
            GradeQuery.class,
            LowestUnsur.class,
            PlannedActivity.class,
            PublishedFigure.class,
            RegionUnit.class,
            RepeatedRespondent.class,
            ReportedActivity.class,
            RequiredGroup.class,
            ScoredUnsur.class,
            Survey.class);

    private static final List<Class<?>> ENUMS = List.of(ConstraintKind.class);

    /** Questions that take an argument, and values of facts that are asked further. */
    private static final List<Calls> CALLS = List.of(
            Calls.of(Activity.class, "count", "cell"),
            Calls.of(CaseConstraint.class, "cells", "fromNth"),
            Calls.of(PlannedActivity.class, "cell"),
            Calls.of(ReportedActivity.class, "cell"),
            Calls.of(Regulation.class, "id", "title"),
            Calls.of(GradeQuery.class, "grade"));

    private RuleVocabulary() {}

    /** The vocabulary, made anew: only compiling needs it. */
    public static Vocabulary get() {
        return new Vocabulary(FACTS, ENUMS, CALLS);
    }
}
