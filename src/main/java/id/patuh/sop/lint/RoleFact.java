package id.patuh.sop.lint;

import id.patuh.sop.Sop;
import id.patuh.violation.Subject;
import id.patuh.wording.Wording;
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
        qualified.stream().filter(q -> !contains(named, q)).forEach(named::add);
        List<RoleFact> facts = new ArrayList<>();
        for (String role : named) {
            List<String> spellings = new ArrayList<>(aliasesInText(sop, role));
            spellings.addAll(elsewhere(sop, role, named, all));
            facts.add(new RoleFact(
                    sop,
                    role,
                    contains(sop.roles(), role),
                    // Qualifications that name no role are meant for all.
                    qualified.isEmpty() || contains(qualified, role),
                    spellings,
                    asOf));
        }
        return facts;
    }

    /** Spellings of the role that the document itself uses beside its own. */
    private static List<String> aliasesInText(Sop sop, String role) {
        String text =
                sop.steps().stream().map(s -> Wording.normalise(s.title())).collect(Collectors.joining(" ", " ", " "));
        return sop.roleAliases().getOrDefault(role, List.of()).stream()
                .filter(alias -> Math.abs(alias.length() - role.length()) <= 2)
                .filter(alias -> text.contains(" " + Wording.normalise(alias) + " "))
                .toList();
    }

    /** Roles of the agency's other SOPs, unknown here, whose name is this one with words more or fewer. */
    private static List<String> elsewhere(Sop sop, String role, Set<String> named, Collection<Sop> all) {
        List<String> similar = new ArrayList<>();
        for (Sop other : all) {
            boolean sameAgency = sop.agency() != null && sop.agency().equals(other.agency());
            if (sameAgency && !other.id().equals(sop.id()) && !contains(other.roles(), role)) {
                other.roles().stream()
                        .filter(r -> !contains(named, r) && wordsContained(role, r))
                        .forEach(r -> similar.add(r + " (" + other.id() + ")"));
            }
        }
        return similar;
    }

    private static boolean wordsContained(String one, String other) {
        List<String> a = List.of(Wording.normalise(one).split(" "));
        List<String> b = List.of(Wording.normalise(other).split(" "));
        return a.containsAll(b) || b.containsAll(a);
    }

    private static boolean contains(Collection<String> roles, String role) {
        return roles.stream().anyMatch(r -> DocumentFlow.same(r, role));
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
        return sop.steps().stream().anyMatch(s -> contains(s.executor(), role));
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
