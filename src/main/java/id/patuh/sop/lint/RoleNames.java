package id.patuh.sop.lint;

import id.patuh.sop.Sop;
import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which names mean the same role. */
final class RoleNames {

    /** Shorter words differ by a letter and mean something else: "Pokja I", "Pokja II". */
    private static final int SHORTEST = 5;

    private RoleNames() {}

    /** Whether the role is among them, whatever its spelling. */
    static boolean holds(Collection<String> roles, String role) {
        return roles.stream().anyMatch(r -> DocumentNames.same(r, role) || slips(r, role));
    }

    /** Other spellings of the role in the same document: in qualifications, in titles of steps. */
    static Set<String> here(Sop sop, String role, Collection<String> qualified) {
        String titles =
                sop.steps().stream().map(s -> Wording.normalise(s.title())).collect(Collectors.joining(" ", " ", " "));
        Stream<String> aliases = sop.roleAliases().getOrDefault(role, List.of()).stream()
                .filter(alias -> Math.abs(alias.length() - role.length()) <= 2)
                .filter(alias -> titles.contains(" " + Wording.normalise(alias) + " "));
        Stream<String> slips = qualified.stream().filter(q -> slips(q, role));
        Set<String> spellings = Stream.concat(aliases, slips).collect(Collectors.toCollection(LinkedHashSet::new));
        Arrays.stream(titles.strip().split(" "))
                .filter(word -> slips(word, role) && !holdsExactly(spellings, word))
                .forEach(spellings::add);
        return spellings;
    }

    /** Roles of the unit's other SOPs, unknown here, whose name is this one with words more or fewer. */
    static List<String> elsewhere(Sop sop, String role, Collection<String> named, Collection<Sop> all, LocalDate asOf) {
        List<String> similar = new ArrayList<>();
        for (Sop other : all) {
            if (lasts(sop, asOf) && lasts(other, asOf) && sameOffice(sop, other) && !holds(other.roles(), role)) {
                other.roles().stream()
                        .filter(r -> !holds(named, r) && extendsName(role, r))
                        .forEach(r -> similar.add(r + " (" + other.id() + ")"));
            }
        }
        return similar;
    }

    private static boolean lasts(Sop sop, LocalDate asOf) {
        return sop.until() == null || !sop.until().isBefore(asOf);
    }

    private static boolean sameOffice(Sop sop, Sop other) {
        return !other.id().equals(sop.id())
                && sop.agency() != null
                && sop.agency().equals(other.agency())
                && (sop.unit() == null || other.unit() == null || Objects.equals(sop.unit(), other.unit()));
    }

    /** "Tim UKPBJ" and "Tim Pelaksana Fungsi UKPBJ"; not "Kepala UKPBJ" and "Atasan Kepala UKPBJ", nor "Staf" alone. */
    private static boolean extendsName(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        return Math.min(a.size(), b.size()) > 1 && a.get(0).equals(b.get(0)) && (a.containsAll(b) || b.containsAll(a));
    }

    private static boolean holdsExactly(Collection<String> spellings, String word) {
        return spellings.stream().anyMatch(s -> DocumentNames.same(s, word));
    }

    /** Whether the names differ in one word only, by a letter lost or doubled. */
    private static boolean slips(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        if (a.size() != b.size()) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                boolean slip = Math.min(a.get(i).length(), b.get(i).length()) >= SHORTEST
                        && Spelling.slips(a.get(i), b.get(i));
                differing += slip ? 1 : 2;
            }
        }
        return differing == 1;
    }

    private static List<String> words(String name) {
        return List.of(Wording.normalise(name).split(" "));
    }
}
