package id.patuh.web.unit;

import id.patuh.facts.Facts;
import id.patuh.nightly.CollectedCases;
import id.patuh.store.Store;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of units read. */
@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

    @Bean
    CollectedCases collectedCases(Store store, ZoneId zone) {
        return new CollectedCases(new Facts(store), zone);
    }
}
