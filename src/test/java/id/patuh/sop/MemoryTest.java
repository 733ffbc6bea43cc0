package id.patuh.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered is what would be answered anew, however much was forgotten in between. */
class MemoryTest {

    private int asked;

    @Test
    void answersStayTheSameWhenThereAreTooManyToKeep() {
        Memory<String, Integer> memory = new Memory<>(3, this::length);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String question = "x".repeat(random.nextInt(8));
            assertThat(memory.of(question)).isEqualTo(length(question));
        }
    }

    @Test
    void equalQuestionsAreAskedOnceEvenWhereThereIsNoAnswer() {
        Memory<String, Integer> memory = new Memory<>(3, this::length);
        for (int i = 0; i < 10; i++) {
            assertThat(memory.of(new String("xx"))).isEqualTo(2);
            assertThat(memory.of(new String(""))).isNull();
        }
        assertThat(asked).isEqualTo(2);
    }

    private Integer length(String text) {
        asked++;
        return text.isEmpty() ? null : text.length();
    }
}
