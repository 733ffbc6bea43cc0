package id.patuh.web.mapping;

import id.patuh.facts.SavedMappings;
import id.patuh.store.Store;
import id.patuh.submission.SubmittedTables;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages of mappings read. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    SavedMappings savedMappings(Store store, Clock clock) {
        return new SavedMappings(store, clock);
    }

    @Bean
    SubmittedTables submittedTables(Store store, Clock clock) {
        return new SubmittedTables(store, clock);
    }
}
