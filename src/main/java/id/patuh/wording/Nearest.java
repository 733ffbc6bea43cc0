package id.patuh.wording;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt name was probably meant to be. */
public final class Nearest {

    private Nearest() {}

    /** The known name that differs least, if it differs by so little that it is probably meant. */
    public static Optional<String> to(String name, Collection<String> known) {
        int most = name.length() < 5 ? 1 : Math.max(2, name.length() / 4);
        return known.stream()
                .filter(k -> Math.abs(k.length() - name.length()) <= most && distance(name, k) <= most)
                .min(Comparator.<String>comparingInt(k -> distance(name, k)).thenComparing(Comparator.naturalOrder()));
    }

    /** Letters added, lost, changed, or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
