package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.sop.Sop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What an SOP cites, and what it ought to cite. */
final class Citations {

    private Citations() {}

    static List<Object> of(Sop sop, Sources sources, LocalDate asOf) {
        List<Object> facts = new ArrayList<>();
        Set<Source> cited = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Sop.LegalReference reference : sop.legalBasis()) {
            Source source = meant(reference, sources);
            Source successor =
                    source == null ? null : sources.find(source.repealedBy()).orElse(null);
            // What is cited twice is told apart by its text, and by nothing where that is the same too.
            boolean first = source == null || cited.add(source);
            String name = source != null && first ? source.shortTitle() : reference.text();
            if (names.add(name)) {
                facts.add(new CitationFact(sop, reference.text(), name, source, successor, asOf));
            }
        }
        for (Source source : sources.all()) {
            boolean named =
                    cited.contains(source) || sop.legalBasis().stream().anyMatch(r -> Citation.names(r.text(), source));
            if (binds(source, sop, asOf) && !named) {
                facts.add(new UncitedFact(sop, source, asOf));
            }
        }
        return facts;
    }

    private static boolean binds(Source source, Sop sop, LocalDate asOf) {
        boolean concerns =
                source.binds().contains("sop") || sop.subjects().stream().anyMatch(source.binds()::contains);
        boolean begun = source.inForce() == null || !source.inForce().isAfter(asOf);
        return concerns && begun && !source.repealedOn(asOf);
    }

    /** The source that the definition names, or the one that the text cites first. */
    private static Source meant(Sop.LegalReference reference, Sources sources) {
        if (reference.source() != null) {
            return sources.find(reference.source()).orElse(null);
        }
        return sources.all().stream()
                .filter(s -> Citation.position(reference.text(), s) >= 0)
                .min(Comparator.comparingInt(s -> Citation.position(reference.text(), s)))
                .orElse(null);
    }
}
