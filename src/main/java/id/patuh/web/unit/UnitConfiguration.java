package id.patuh.web.unit;

import id.patuh.facts.Facts;
import id.patuh.nightly.CollectedCases;
import id.patuh.store.Store;
import id.patuh.web.frame.Shown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of units read. */
@Configuration(proxyBeanMethods = false)
class UnitConfiguration {

    @Bean
    CollectedCases collectedCases(Store store) {
        return new CollectedCases(new Facts(store), Shown.ZONE);
    }
}
