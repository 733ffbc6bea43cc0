package id.patuh.ruleset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The changes of two rule sets against the one that both were made from. A file that only one of them changed, added or
 * removed is as that one has it.
 *
 * @param content the files; those in conflict as the first of both has them
 * @param conflicts paths of the files that both changed, each in another way
 */
public record RuleSetMerge(RuleSetContent content, List<String> conflicts) {

    public RuleSetMerge {
        conflicts = List.copyOf(conflicts);
    }

    /** @param base what both were made from */
    public static RuleSetMerge of(RuleSetContent base, RuleSetContent first, RuleSetContent second) {
        Set<String> paths = new TreeSet<>(first.paths());
        paths.addAll(second.paths());
        RuleSetContent merged = first;
        List<String> conflicts = new ArrayList<>();
        for (String path : paths) {
            if (isSame(path, first, second) || isSame(path, second, base)) {
                continue;
            }
            if (!isSame(path, first, base)) {
                conflicts.add(path);
            } else {
                merged = second.has(path) ? merged.with(path, second.bytes(path)) : merged.without(path);
            }
        }
        return new RuleSetMerge(merged, conflicts);
    }

    private static boolean isSame(String path, RuleSetContent one, RuleSetContent other) {
        return one.has(path) && other.has(path)
                ? Arrays.equals(one.bytes(path), other.bytes(path))
                : one.has(path) == other.has(path);
    }
}
