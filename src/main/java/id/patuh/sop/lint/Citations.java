package id.patuh.sop.lint;

import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.sop.Sop;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an SOP cites, and what it ought to cite. */
final class Citations {

    private Citations() {}

    static List<Object> of(Sop sop, Sources sources, LocalDate asOf) {
        List<Object> facts = new ArrayList<>();
        List<Source> cited = new ArrayList<>();
        for (Sop.LegalReference reference : sop.legalBasis()) {
            Source source = meant(reference, sources);
            cited.add(source);
            Source successor =
                    source == null ? null : sources.find(source.repealedBy()).orElse(null);
            facts.add(new CitationFact(sop, reference.text(), source, successor, asOf));
        }
        for (Source source : sources.all()) {
            boolean binds =
                    source.binds().contains("sop") || sop.subjects().stream().anyMatch(source.binds()::contains);
            if (binds && !source.repealedOn(asOf) && !cited.contains(source)) {
                facts.add(new UncitedFact(sop, source, asOf));
            }
        }
        return facts;
    }

    /** The source that the definition names, or the one whose citation stands in the text. */
    private static Source meant(Sop.LegalReference reference, Sources sources) {
        if (reference.source() != null) {
            return sources.find(reference.source()).orElse(null);
        }
        String text = Wording.normalise(reference.text());
        return sources.all().stream()
                .filter(s ->
                        text.contains(Wording.normalise(s.shortTitle())) || text.equals(Wording.normalise(s.title())))
                .findFirst()
                .orElse(null);
    }
}
