package id.patuh.facts;

import java.util.ArrayList;
import java.util.List;

/** What became of the cases of a log, counted while they are taken. */
final class TakenCases {

    private static final int MOST_NAMED = 20;

    private long activities;
    private long added;
    private long changed;
    private long unchanged;
    private final Noted passedOver = new Noted();
    private final Noted doubted = new Noted();
    private final Noted partial = new Noted();
    private final Noted shared = new Noted();

    /** Cases, and the numbers of the first of them. */
    private static final class Noted {

        private long cases;
        private final List<String> first = new ArrayList<>();

        void add(CaseFacts facts) {
            cases++;
            if (first.size() < MOST_NAMED) {
                first.add(facts.caseId());
            }
        }

        Taking.Cases taken() {
            return new Taking.Cases(cases, first);
        }
    }

    void activity() {
        activities++;
    }

    /** One that was not known. */
    void added() {
        added++;
    }

    /** One whose facts of this log count now. */
    void changed() {
        changed++;
    }

    /** One that was known so already. */
    void unchanged() {
        unchanged++;
    }

    /** One whose facts known before still count. */
    void passedOver(CaseFacts facts) {
        passedOver.add(facts);
    }

    /** One that was passed over, but lost a row. */
    void doubted(CaseFacts facts) {
        doubted.add(facts);
    }

    /** One that changed, although not all that was known of it is in this log. */
    void partial(CaseFacts facts) {
        partial.add(facts);
    }

    /** One beside which cases of others stay that have its number. */
    void shared(CaseFacts facts) {
        shared.add(facts);
    }

    /**
     * What taking a file came to.
     *
     * @param replaced what of earlier files its surveys and reports took the place of
     */
    Taking taking(FileToTake file, List<SurveyPart> replaced) {
        return new Taking(
                file.hasFacts() ? Taking.Outcome.TAKEN : Taking.Outcome.WITHOUT_FACTS,
                activities,
                added,
                changed,
                unchanged,
                passedOver.taken(),
                doubted.taken(),
                partial.taken(),
                shared.taken(),
                file.parts(),
                replaced,
                file.read());
    }
}
