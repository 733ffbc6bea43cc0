package id.patuh.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is told by the first letters of two names is what their keys tell. */
class DifferTest {

    private static final String LETTERS = "aAbBzZ019 .-@[`{,'\u0130\u03a3\u00e9";

    @Test
    void namesDifferAtSightOnlyWhereTheirKeysDo() {
        Random random = new Random(1);
        int differing = 0;
        for (int i = 0; i < 200_000; i++) {
            String one = name(random, LETTERS.length());
            String other = name(random, LETTERS.length());
            if (Wording.differ(one, other)) {
                differing++;
                assertThat(Wording.key(one)).isNotEmpty().isNotEqualTo(Wording.key(other));
                assertThat(Wording.key(other)).isNotEmpty();
            }
        }
        assertThat(differing).isGreaterThan(10_000);
    }

    @Test
    void asciiNamesDifferAtSightUnlessOneKeyBeginsWithTheOther() {
        Random random = new Random(2);
        for (int i = 0; i < 200_000; i++) {
            String one = name(random, LETTERS.indexOf('\u0130'));
            String other = name(random, LETTERS.indexOf('\u0130'));
            String a = Wording.key(one);
            String b = Wording.key(other);
            assertThat(Wording.differ(one, other)).isEqualTo(!a.startsWith(b) && !b.startsWith(a));
        }
    }

    @Test
    void namesThatDifferInFiguresAreOfOneShape() {
        Random random = new Random(3);
        int alike = 0;
        for (int i = 0; i < 200_000; i++) {
            String one = name(random, LETTERS.length());
            StringBuilder changed = new StringBuilder(one.replace('0', '7').replace('9', '1'));
            if (random.nextInt(3) == 0) {
                changed.insert(random.nextInt(one.length() + 1), LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String other = changed.toString();
            if (Wording.differInFigures(one, other)) {
                alike += one.equals(other) ? 0 : 1;
                assertThat(Wording.shape(one)).isEqualTo(Wording.shape(other));
            }
        }
        assertThat(alike).isGreaterThan(10_000);
    }

    private static String name(Random random, int letters) {
        StringBuilder name = new StringBuilder();
        for (int length = random.nextInt(7); length > 0; length--) {
            name.append(LETTERS.charAt(random.nextInt(letters)));
        }
        return name.toString();
    }
}
