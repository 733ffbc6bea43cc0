package id.patuh.sop.lint;

import id.patuh.sop.Sop;
import id.patuh.violation.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** A role that an SOP names: as a column of its table, in its qualifications, or both. */
public final class RoleFact extends LintFact {

    private final String role;
    private final boolean column;
    private final boolean qualified;
    private final List<String> otherSpellings;

    private RoleFact(
            Sop sop, String role, boolean column, boolean qualified, List<String> otherSpellings, LocalDate asOf) {
        super(sop, asOf);
        this.role = role;
        this.column = column;
        this.qualified = qualified;
        this.otherSpellings = List.copyOf(otherSpellings);
    }

    static List<RoleFact> of(Sop sop, Collection<Sop> all, LocalDate asOf) {
        Set<String> qualified = sop.qualifications().stream()
                .map(Sop.Qualification::role)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> named = new LinkedHashSet<>(sop.roles());
        qualified.stream().filter(q -> !RoleNames.holds(named, q)).forEach(named::add);
        List<RoleFact> facts = new ArrayList<>();
        for (String role : named) {
            Set<String> spellings = new LinkedHashSet<>(RoleNames.here(sop, role, qualified));
            spellings.addAll(RoleNames.elsewhere(sop, role, named, all, asOf));
            facts.add(new RoleFact(
                    sop,
                    role,
                    RoleNames.holds(sop.roles(), role),
                    // Qualifications that name no role are meant for all.
                    qualified.isEmpty() || RoleNames.holds(qualified, role),
                    List.copyOf(spellings),
                    asOf));
        }
        return facts;
    }

    /** Whether the table has a column for it. */
    public boolean isColumn() {
        return column;
    }

    /** Whether the SOP says what it must be able to do. */
    public boolean isQualified() {
        return qualified;
    }

    /** Whether any step is its to do. */
    public boolean isUsed() {
        return sop.steps().stream().anyMatch(s -> RoleNames.holds(s.executor(), role));
    }

    /** Other spellings of it, in this SOP or in others of the agency. */
    public List<String> getOtherSpellings() {
        return otherSpellings;
    }

    /** Where the role is missing: {@code tabel} or {@code kualifikasi}; null when it stands in both. */
    public String getMissingFrom() {
        return !column ? "tabel" : qualified ? null : "kualifikasi";
    }

    public String getRole() {
        return role;
    }

    @Override
    public Subject subject() {
        return super.subject().about(role);
    }
}
