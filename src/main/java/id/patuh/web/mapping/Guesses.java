package id.patuh.web.mapping;

import id.patuh.draft.MappingDraft;
import id.patuh.draft.MappingPlan;
import id.patuh.intake.InputFile;
import id.patuh.intake.Intake;
import id.patuh.mapping.FieldSource;
import id.patuh.mapping.MappedKind;
import id.patuh.mapping.Mapping;
import id.patuh.mapping.Part;
import id.patuh.report.Language;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.submission.OwnMapping;
import id.patuh.submission.SubmittedTables;
import id.patuh.submission.SubmittedTables.FirstRows;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the columns of a table are taken for before anybody says so: by the mapping that read it, by its headers, or guessed. */
@Component
class Guesses {

    private static final int LONGEST_NAME = 60;

    private final SubmittedTables tables;

    Guesses(SubmittedTables tables) {
        this.tables = tables;
    }

    /**
     * A form as it is first shown.
     *
     * @param form what is filled in; null where the table holds what no mapping can say
     * @param text the same as the text of a mapping file that says more, of several activities in a row; null where none does
     * @param doubts what the guess is unsure of
     */
    record Guess(MappingForm form, String text, List<String> doubts) {

        static Guess sure(MappingForm form) {
            return new Guess(form, null, List.of());
        }
    }

    Guess of(LookedAt table, FirstRows read, Language language) {
        String unit =
                table.submission().isTrial() ? "" : table.submission().order().scope();
        String name = name(table.file().name());
        Optional<MappingForm> byMapping = own(table, read.mappings(Intake.OWN_MAPPING_USED))
                .map(used -> byMapping(used, table, name, unit))
                .or(() -> grown(table, read, name, unit));
        if (byMapping.isPresent()) {
            return Guess.sure(byMapping.get());
        }
        if (read.kinds().contains(InputFile.Kind.FOLLOW_UP)) {
            return Guess.sure(null);
        }
        if (!read.kinds().isEmpty()) {
            MappedKind kind = MappedKind.of(read.kinds().get(0).word()).orElseThrow();
            MappingPlan plan = MappingPlan.byHeaders(
                    kind,
                    table.columns(),
                    header -> Intake.field(kind, header, table.ruleSet().regulations()));
            return Guess.sure(MappingForm.of(plan, name, unit));
        }
        return drafted(table, name, unit, language);
    }

    private static Guess drafted(LookedAt table, String name, String unit, Language language) {
        MappingDraft draft = new MappingDraft(
                table.file().name(), table.head(), table.ruleSet().sops(), null, MappingDraft.texts(language.locale()));
        if (draft.isEmpty()) {
            return Guess.sure(MappingForm.of(nothing(table), name, unit));
        }
        Mapping mapping = RuleSetReader.readMapping(name, draft.preview().getBytes(StandardCharsets.UTF_8));
        Optional<MappingPlan> whole = MappingPlan.of(mapping, table.columns());
        MappingPlan plan = whole.or(() -> MappingPlan.of(withoutSteps(mapping), table.columns()))
                .orElseGet(() -> nothing(table));
        return new Guess(MappingForm.of(plan, name, unit), whole.isPresent() ? null : draft.yaml(), draft.doubts());
    }

    private static MappingPlan nothing(LookedAt table) {
        return MappingPlan.byHeaders(MappedKind.ACTIVITY_LOG, table.columns(), header -> null);
    }

    /** What holds for all activities of a row where each column of times may be one. */
    private static Mapping withoutSteps(Mapping mapping) {
        Map<String, FieldSource> common =
                new LinkedHashMap<>(mapping.parts().get(0).fields());
        common.keySet().removeAll(Set.of("start", "end", "step"));
        return new Mapping(
                mapping.name(),
                mapping.title(),
                true,
                mapping.kind(),
                mapping.zone(),
                mapping.skippedRows(),
                mapping.skipped(),
                mapping.ignored(),
                List.of(new Part(List.of(), common)));
    }

    private static MappingForm byMapping(OwnMapping used, LookedAt table, String name, String unit) {
        String called = called(used, name);
        return MappingPlan.of(used.mapping(), table.columns())
                .map(plan -> MappingForm.of(plan, called, unit))
                .orElseGet(() -> MappingForm.ofText(used.content(), called, unit));
    }

    /** By one that nobody has told of columns which came since; none where the table lacks others. */
    private Optional<MappingForm> grown(LookedAt table, FirstRows read, String name, String unit) {
        return own(table, read.mappings(Intake.OWN_MAPPING_GOES_SHORT))
                .flatMap(own -> MappingPlan.of(own.mapping(), table.columns())
                        .map(plan -> MappingForm.of(plan, called(own, name), unit)));
    }

    private static String called(OwnMapping own, String name) {
        String known = own.name().replaceFirst(" v\\d+$", "");
        return known.isEmpty() ? name : known;
    }

    /** The first of its owner's mappings that has one of the names. */
    private Optional<OwnMapping> own(LookedAt table, List<String> names) {
        return tables.own(table.submission()).stream()
                .filter(own -> names.contains(own.name()))
                .findFirst();
    }

    private static String name(String file) {
        int dot = file.indexOf('.', 1);
        String stem = dot < 0 ? file : file.substring(0, dot);
        return stem.substring(0, Math.min(LONGEST_NAME, stem.length()));
    }
}
