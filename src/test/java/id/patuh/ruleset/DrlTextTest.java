package id.patuh.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DrlTextTest {

    @Test
    void aRuleIsLeftWithoutCommentsAndAnnotationsButWithWholeStrings() {
        assertThat(DrlText.rule("""
                rule "a // b"   // c
                    @id(x-y)
                when /* d
                    e */
                    A(site == 'http://f', name == "\\"//g")
                """)).isEqualTo("""
                rule "a // b"
                when
                A(site == 'http://f', name == "\\"//g")""");
    }

    @Test
    void blanksCountInStringsAndBetweenWordsOnly() {
        assertThat(DrlText.squeezed("$a : A( not  b ,\n c == \"d  e\" )")).isEqualTo("$a:A(not b,c==\"d  e\")");
    }
}
