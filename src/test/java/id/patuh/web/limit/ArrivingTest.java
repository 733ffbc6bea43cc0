package id.patuh.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivingTest {

    private final AtomicLong free = new AtomicLong(1_000);
    private final Arriving arriving = new Arriving(100, 60, 50, free::get);

    @Test
    void nobodyAndNotAllTogetherTakeMoreOfTheDiskThanTheirs() {
        assertThat(arriving.begin("ani", 61)).isEqualTo(Admission.TOO_LARGE);
        assertThat(arriving.begin("ani", 40)).isEqualTo(Admission.ADMITTED);
        assertThat(arriving.begin("ani", 21)).isEqualTo(Admission.TOO_MANY);
        assertThat(arriving.begin("budi", 60)).isEqualTo(Admission.ADMITTED);
        assertThat(arriving.begin("citra", 1)).isEqualTo(Admission.NO_ROOM);
        arriving.end("ani", 40);
        assertThat(arriving.begin("citra", 40)).isEqualTo(Admission.ADMITTED);
        arriving.end("citra", 40);
        arriving.end("budi", 60);
        assertThat(arriving.begin("ani", 60)).isEqualTo(Admission.ADMITTED);
    }

    @Test
    void whatElseNeedsTheDiskKeepsItsShare() {
        free.set(80);
        assertThat(arriving.begin("ani", 31)).isEqualTo(Admission.NO_ROOM);
        assertThat(arriving.begin("ani", 30)).isEqualTo(Admission.ADMITTED);
    }
}
