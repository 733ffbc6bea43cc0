package id.patuh.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    @Test
    void someTimesAtOnceThenOnceInAWhile() {
        AtomicLong now = new AtomicLong(-5);
        Allowance allowance = new Allowance(3, Duration.ofNanos(10), now::get);
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("ana")).isTrue();
        }
        assertThat(allowance.take("ana")).isFalse();
        assertThat(allowance.take("budi")).isTrue();
        now.addAndGet(9);
        assertThat(allowance.has("ana")).isFalse();
        now.addAndGet(1);
        assertThat(allowance.take("ana")).isTrue();
        assertThat(allowance.take("ana")).isFalse();
        now.addAndGet(1_000);
        for (int i = 0; i < 3; i++) {
            assertThat(allowance.take("ana")).isTrue();
        }
        assertThat(allowance.take("ana")).isFalse();
    }

    /** Of IPv6 everybody has more addresses than anybody can count. */
    @Test
    void aNetworkIsOneClient() {
        assertThat(Addresses.network("2001:db8:0:1:a::1")).isEqualTo(Addresses.network("2001:db8:0:1::2"));
        assertThat(Addresses.network("2001:db8:0:2::1")).isNotEqualTo(Addresses.network("2001:db8:0:1::1"));
        assertThat(Addresses.network("10.0.0.1")).isNotEqualTo(Addresses.network("10.0.0.2"));
    }
}
