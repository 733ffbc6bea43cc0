package id.patuh.skm;

import id.patuh.violation.SourceTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables of responses that have their own result beneath them. Where several of them name one survey and no service, each
 * is the survey of another service: one survey has one result. Such a service is called after its sheet.
 */
final class OwnResults {

    static final OwnResults NONE = new OwnResults(List.of(), List.of());

    private final Map<SurveyIdentity, Set<Place>> places = new HashMap<>();
    private final Map<SourceTable, Map<SurveyHeader, SurveyHeader>> told = new IdentityHashMap<>();

    private record Place(String path, String sheet, Integer headerRow) {
        static Place of(SourceTable table) {
            return new Place(table.path(), table.sheet(), table.headerRow());
        }
    }

    /** @param counts in the order of the input: a table is of the survey that its first row names */
    OwnResults(List<ResponseCount> counts, List<PublishedResult> published) {
        Map<Place, SurveyIdentity> results = new HashMap<>();
        for (PublishedResult result : published) {
            SourceTable table = result.row().table();
            if (table.headerRow() != null && result.survey().service() == null && result.says()) {
                results.put(Place.of(table), SurveyIdentity.of(result.survey()));
            }
        }
        Set<SourceTable> met = new HashSet<>();
        for (ResponseCount count : results.size() > 1 ? counts : List.<ResponseCount>of()) {
            SourceTable table = count.first().table();
            Place place = Place.of(table);
            SurveyIdentity identity = results.get(place);
            if (met.add(table) && identity != null && identity.equals(SurveyIdentity.of(count.survey()))) {
                places.computeIfAbsent(identity, k -> new HashSet<>()).add(place);
            }
        }
        places.values().removeIf(p -> p.size() < 2);
    }

    /** The surveys as their rows name them, of which each table is another one. */
    Set<SurveyIdentity> surveys() {
        return places.keySet();
    }

    /** What is said of a survey in a table, with the service that the table's place gives it. */
    SurveyHeader tell(SurveyHeader header, SourceTable table) {
        if (places.isEmpty()) {
            return header;
        }
        Set<Place> own = places.get(SurveyIdentity.of(header));
        Place place = Place.of(table);
        if (own == null || !own.contains(place)) {
            return header;
        }
        return told.computeIfAbsent(table, k -> new HashMap<>())
                .computeIfAbsent(
                        header,
                        h -> new SurveyHeader(
                                h.id(),
                                h.unit(),
                                name(place, own),
                                h.sop(),
                                h.regulation(),
                                h.period(),
                                h.population(),
                                h.respondents(),
                                h.unsurKeys()));
    }

    /** The sheet where it tells the tables apart, else also the row that they begin in, and of several files the file. */
    private static String name(Place place, Set<Place> all) {
        boolean alone = place.sheet() != null
                && all.stream().filter(p -> place.sheet().equals(p.sheet())).count() == 1;
        if (alone) {
            return place.sheet();
        }
        boolean oneFile = all.stream().allMatch(p -> p.path().equals(place.path()));
        String file = oneFile ? "" : place.path() + " ";
        return file + (place.sheet() == null ? "" : place.sheet() + " ") + place.headerRow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnResults o && places.equals(o.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }
}
