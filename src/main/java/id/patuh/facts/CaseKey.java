package id.patuh.facts;

import java.nio.charset.StandardCharsets;

/**
 * How a case number stands in the database. Nearly always it is the number itself; one that is long, or that no database
 * takes as a text, is told by its beginning and its hash. Keys have the order of the numbers, but for such ones.
 */
final class CaseKey {

    private static final int LONGEST = 128;
    private static final int BEGINNING = 64;
    /** No number with it stands for itself, so that none is taken for another one's key. */
    private static final char MARK = '\uFFFD';

    private CaseKey() {}

    static String of(String caseId) {
        if (caseId.length() <= LONGEST && caseId.chars().noneMatch(CaseKey::isOdd)) {
            return caseId;
        }
        StringBuilder key = new StringBuilder();
        caseId.chars().limit(BEGINNING).forEach(c -> key.append(isOdd(c) ? MARK : (char) c));
        // In UTF-16, since UTF-8 has one byte for every half of a pair.
        return key.append(MARK)
                .append(Sealed.hex(caseId.getBytes(StandardCharsets.UTF_16BE)))
                .toString();
    }

    /** Letters beyond the first 65,536 as well: databases have them in another order. */
    private static boolean isOdd(int character) {
        return character == 0 || character == MARK || Character.isSurrogate((char) character);
    }
}
