package id.patuh.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatWouldForgeAReportIsShownAsItsCode() {
        char escape = 0x1b;
        char turned = 0x202e;
        char line = 0x2028;
        assertThat(Printable.of("K-1\n\nRingkasan" + escape + "[31m" + turned + "abc" + line + "\t \u00e9"))
                .isEqualTo("K-1\\u000a\\u000aRingkasan\\u001b[31m\\u202eabc\\u2028\\u0009 \u00e9");
    }

    @Test
    void noCharacterThatControlsATerminalIsLeft() {
        String all = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(Printable.of(all).codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
