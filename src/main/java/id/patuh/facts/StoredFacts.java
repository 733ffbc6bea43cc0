package id.patuh.facts;

/**
 * A version of a case as it stands in the tables.
 *
 * @param key what stands for the case number
 * @param version from 1
 * @param counts whether it is the version that counts
 * @param log name of the file it was read from
 * @param words of that file
 */
record StoredFacts(String key, int version, boolean counts, String log, LogWords words, CaseFacts facts) {

    StoredCase toCase() {
        return new StoredCase(facts.caseId(), version, counts, log, facts.rows(), facts.lost(), words.lostAnywhere());
    }
}
