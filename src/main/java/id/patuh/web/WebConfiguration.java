package id.patuh.web;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What all parts share. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Of moments and days that name none, here and on pages. */
    @Bean
    ZoneId zone(Environment environment) {
        return ServerZone.of(environment);
    }
}
