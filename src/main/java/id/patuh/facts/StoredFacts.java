package id.patuh.facts;

import id.patuh.sop.LostActivity;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of a case as it stands in the tables.
 *
 * @param key what stands for the case number
 * @param version from 1
 * @param counts whether it is the version that counts
 * @param log name of the file with which it came
 * @param nameless whether the names of persons were removed from its rows
 * @param activities how many rows it has, or had
 * @param words of that file; null where the version was purged
 * @param facts its rows; null where it was purged
 * @param doubt a later version, of which rows could not be read; null where there is none
 */
record StoredFacts(
        String key,
        int version,
        boolean counts,
        String log,
        boolean nameless,
        int activities,
        LogWords words,
        CaseFacts facts,
        StoredFacts doubt) {

    /** The same where a later one casts doubt on it. */
    StoredFacts doubtedBy(StoredFacts later) {
        return new StoredFacts(key, version, counts, log, nameless, activities, words, facts, later);
    }

    /** @param caseId the case number */
    StoredCase toCase(String caseId) {
        if (isPurged()) {
            return new StoredCase(caseId, version, null, counts, true, true, log, List.of(), List.of());
        }
        Integer later = doubt == null ? null : doubt.version;
        return new StoredCase(caseId, version, later, counts, false, nameless, log, facts.rows(), lost());
    }

    boolean isPurged() {
        return facts == null;
    }

    /** What its log lost, as rows of the case: it stands in another file than the rows that count. */
    private List<LostActivity> lostAsOf(String caseId) {
        List<LostActivity> all = new ArrayList<>(facts.lost());
        if (!facts.rows().isEmpty()) {
            for (LostActivity row : words.lostAnywhere()) {
                all.add(new LostActivity(caseId, row.sop(), row.unit(), null, row.path(), row.row()));
            }
        }
        return all;
    }

    /** Rows that could not be read and are of the case, or may be. */
    List<LostActivity> lost() {
        List<LostActivity> lost = new ArrayList<>(facts.lost());
        lost.addAll(words.lostAnywhere());
        if (doubt != null) {
            lost.addAll(doubt.lostAsOf(facts.caseId()));
        }
        return lost;
    }
}
