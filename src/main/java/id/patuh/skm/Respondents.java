package id.patuh.skm;

import id.patuh.spool.SeenHashes;
import id.patuh.violation.Evidence;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.wording.Wording;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds respondents who come again. Some thousands are known by name; of further ones only the hash is kept, on disk, and of
 * running numbers one bit. Where these show that somebody came again, all must be read once more, with that
 * {@linkplain ResponseLessons lesson}: then only who may come again is kept in memory.
 */
final class Respondents implements Closeable {

    private static final Pattern COUNTED = Pattern.compile("0*(\\d{1,9})(?:[.,]0+)?");

    private final int mostInMemory;
    /** Null where any respondent may come again. */
    private final Set<Long> repeatedBefore;

    private final Map<Name, Place> firstSeen = new HashMap<>();
    private final Map<SurveyIdentity, Map<Name, Repetition>> repetitions = new HashMap<>();
    /** Hashes of those who came again, or may: they are told by name to the end. */
    private final Set<Long> watched = new HashSet<>();

    private final Set<Long> cameAgain = new HashSet<>();
    /** Null while all are told by name. */
    private SeenHashes hashes;

    private record Name(SurveyIdentity survey, String key) {}

    /** Where a respondent first stood. */
    private record Place(SourceTable table, int row, String name, long hash, boolean numbered) {
        Evidence evidence() {
            return new Evidence(table.path(), table.sheet(), row, table.header("respondent"), name);
        }
    }

    /** A respondent who stands there more than once. */
    record Repetition(String respondent, List<Evidence> cells) {}

    /** @param mostInMemory how many respondents are told by name */
    Respondents(int mostInMemory, Set<Long> repeatedBefore) {
        this.mostInMemory = mostInMemory;
        this.repeatedBefore = repeatedBefore;
        if (repeatedBefore != null) {
            watched.addAll(repeatedBefore);
        }
    }

    /** Whether it shows at once that the respondent did not answer this survey before; who is noted then. */
    boolean isNew(PlainResponse response, Roster roster) {
        int number = response.number();
        if (number == PlainResponse.NOBODY) {
            return true;
        }
        if (!isFull()) {
            return false;
        }
        if (number > 0) {
            boolean running = repeatedBefore == null && number <= response.row();
            roster.identified |= running;
            return running && roster.isNew(number);
        }
        String key = Wording.normalise(response.name());
        if (key.isEmpty() || Character.isDigit(key.charAt(0))) {
            return false;
        }
        roster.identified = true;
        return isUnwatched(SeenHashes.hash(roster.surveySeed, key), false);
    }

    /** Whether names are kept only of those who may come again. */
    private boolean isFull() {
        return hashes != null || repeatedBefore != null;
    }

    /** Whether the respondent is known to have answered this survey before. */
    boolean isRepeated(ResponseRecord response, Roster roster) {
        String respondent = response.respondent();
        int number = Wording.plainNumber(respondent);
        String key = number < 0 ? Wording.normalise(respondent) : respondent;
        if (key.isEmpty()) {
            return false;
        }
        roster.identified = true;
        SourceRow row = response.row();
        boolean running = number < 0
                ? Character.isDigit(key.charAt(0)) && isRunningNumber(respondent, row)
                : number <= row.number();
        boolean numbered = running && number >= 0 && respondent.charAt(0) != '0';
        boolean newNumber = numbered && repeatedBefore == null && roster.isNew(number);
        if (isFull() && newNumber) {
            return false;
        }
        long hash = SeenHashes.hash(running ? roster.tableSeed : roster.surveySeed, key);
        if (isFull() && isUnwatched(hash, numbered)) {
            return false;
        }
        Name name = new Name(roster.survey, running ? roster.place + '\n' + key : key);
        Place first = firstSeen.putIfAbsent(name, new Place(row.table(), row.number(), respondent, hash, numbered));
        if (first == null) {
            forgetNames();
            return false;
        }
        watched.add(hash);
        repetitions
                .computeIfAbsent(roster.survey, s -> new LinkedHashMap<>())
                .computeIfAbsent(name, k -> new Repetition(first.name(), new ArrayList<>(List.of(first.evidence()))))
                .cells()
                .add(row.cell("respondent"));
        return true;
    }

    /** Whether nobody with this hash is told by name; which is noted then. */
    private boolean isUnwatched(long hash, boolean numbered) {
        if (watched.contains(hash)) {
            return false;
        }
        if (repeatedBefore == null && numbered) {
            cameAgain.add(hash);
        } else if (repeatedBefore == null) {
            hashes.add(hash);
        }
        return true;
    }

    /** Goes over to hashes where names have become too many. */
    private void forgetNames() {
        if (hashes != null || repeatedBefore != null || firstSeen.size() <= mostInMemory) {
            return;
        }
        hashes = new SeenHashes();
        firstSeen.values().removeIf(place -> {
            boolean forgotten = !watched.contains(place.hash());
            if (forgotten && !place.numbered()) {
                hashes.add(place.hash());
            }
            return forgotten;
        });
    }

    /** Whether any came again who could not be told by name. */
    boolean anyCameAgain() {
        if (hashes != null) {
            cameAgain.addAll(hashes.twice());
        }
        return !cameAgain.isEmpty();
    }

    /** Hashes of all who came again. */
    Set<Long> repeated() {
        Set<Long> all = new HashSet<>(watched);
        all.addAll(cameAgain);
        return all;
    }

    /** Those who answered a survey more than once. */
    List<Repetition> repetitions(SurveyIdentity survey) {
        return List.copyOf(repetitions.getOrDefault(survey, Map.of()).values());
    }

    /** Whether the respondent is only counted: such a number tells nobody of one table from those of another. */
    private static boolean isRunningNumber(String respondent, SourceRow row) {
        Matcher number = COUNTED.matcher(respondent.strip());
        return number.matches() && Integer.parseInt(number.group(1)) <= row.number();
    }

    @Override
    public void close() {
        if (hashes != null) {
            hashes.close();
        }
    }
}
