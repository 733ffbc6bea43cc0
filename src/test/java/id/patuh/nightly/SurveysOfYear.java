package id.patuh.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Surveys and follow-up reports of a unit, which come late, are corrected, and are added to. */
final class SurveysOfYear {

    private static final String PLAN = "plan";
    private static final String DONE = "realisations";

    private final Random random;
    private final Path folder;
    private final List<Survey> surveys = new ArrayList<>();
    private final List<Part> counting = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /** What every file says of a survey. */
    private record Survey(String id, String unit, LocalDate end) {

        String json(String key, String rest) {
            return "{\"" + key + "\": \"" + id + "\", \"unit\": \"" + unit + "\", \"period\": {\"start\": \""
                    + end.minusMonths(6) + "\", \"end\": \"" + end + "\"}, " + rest + "}";
        }
    }

    /** What a file of its own says of a survey or its follow-up. */
    private record Part(Survey survey, Set<String> lists, Path file) {

        boolean givesWayTo(Part later) {
            return survey.equals(later.survey) && later.lists.containsAll(lists);
        }

        boolean isReport() {
            return lists.contains(PLAN) || lists.contains(DONE);
        }
    }

    /**
     * Surveys that nothing came of yet.
     *
     * @param folder where files are kept that count
     * @param last the first day on which a year has passed since all of them
     */
    SurveysOfYear(Random random, Path folder, List<String> units, LocalDate last) throws IOException {
        this.random = random;
        this.folder = Files.createDirectories(folder);
        for (int i = 0; i < units.size(); i++) {
            surveys.add(new Survey("S-" + i, units.get(i), last.minusYears(1).minusDays(random.nextInt(60))));
        }
    }

    /** Some file of one of the surveys. */
    String export() throws IOException {
        Survey survey = surveys.get(random.nextInt(surveys.size()));
        return switch (random.nextInt(6)) {
            case 0 -> keep(survey, Set.of("responses"), survey(survey, "\"responses\": [" + responses() + "]"));
            case 1 -> keep(survey, Set.of("published"), survey(survey, "\"published\": " + published()));
            case 2 -> keep(survey, Set.of(PLAN), report(survey, plan()));
            case 3 -> keep(survey, Set.of(DONE), report(survey, done()));
            // That nothing is done: it takes the place of earlier realisations, too.
            case 4 -> keep(survey, Set.of(PLAN, DONE), report(survey, plan() + ", \"" + DONE + "\": []"));
            default -> keep(survey, Set.of(PLAN, DONE), report(survey, plan() + ", " + done()));
        };
    }

    private String keep(Survey survey, Set<String> lists, String text) throws IOException {
        if (!taken.add(text)) {
            // A file that was taken before changes nothing.
            return text;
        }
        Part part = new Part(survey, lists, folder.resolve("part" + taken.size() + ".json"));
        Files.writeString(part.file, text);
        counting.removeIf(earlier -> earlier.givesWayTo(part));
        counting.add(part);
        return text;
    }

    private static String survey(Survey survey, String rest) {
        return "{\"surveys\": [" + survey.json("id", rest) + "]}";
    }

    private static String report(Survey survey, String rest) {
        return "{\"followUps\": [" + survey.json("survey", rest) + "]}";
    }

    private String responses() {
        return IntStream.rangeClosed(1, 1 + random.nextInt(30))
                .mapToObj(number -> "{\"respondent\": " + number + ", \"scores\": {" + scores() + "}}")
                .collect(Collectors.joining(","));
    }

    private String scores() {
        return IntStream.rangeClosed(1, 9)
                .mapToObj(unsur -> "\"U" + unsur + "\": " + (2 + random.nextInt(3)))
                .collect(Collectors.joining(","));
    }

    private String published() {
        return "{\"ikm\": " + (70 + random.nextInt(29)) + ".25, \"grade\": \"" + "ABC".charAt(random.nextInt(3))
                + "\", \"elements\": []}";
    }

    private String plan() {
        return "\"plan\": [{\"id\": \"1\", \"element\": \"Biaya/Tarif\", \"activity\": \"Papan tarif\", "
                + "\"quarters\": [\"TW " + List.of("I", "II", "III", "IV").get(random.nextInt(4)) + "\"], "
                + "\"owner\": \"" + (random.nextInt(4) == 0 ? "" : "Kasubag") + "\"}]";
    }

    private String done() {
        return "\"realisations\": [{\"plan\": \"1\", \"activity\": \"Papan tarif\", \"done\": " + random.nextBoolean()
                + ", \"evidence\": []}]";
    }

    /** Another one after each file that came. */
    int version() {
        return taken.size();
    }

    /** The files of all that counts, in the order in which they came. */
    List<String> files() {
        return counting.stream().map(part -> part.file.toString()).toList();
    }

    /** Those of the reports among them. */
    List<String> reports() {
        return counting.stream()
                .filter(Part::isReport)
                .map(part -> part.file.toString())
                .toList();
    }
}
