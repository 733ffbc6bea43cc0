package id.patuh.web.access;

import id.patuh.account.Accounts;
import id.patuh.account.AuditTrail;
import id.patuh.account.Passwords;
import id.patuh.account.SignIns;
import id.patuh.account.Tokens;
import id.patuh.store.Store;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Accounts and what looks them up. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class AccessConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Accounts accounts(Store store, Clock clock, Passwords passwords) {
        return new Accounts(store, clock, passwords);
    }

    @Bean
    SignIns signIns(Store store, Clock clock, Passwords passwords) {
        return new SignIns(store, clock, passwords);
    }

    @Bean
    Tokens tokens(Store store, Clock clock) {
        return new Tokens(store, clock);
    }

    @Bean
    AuditTrail auditTrail(Store store, Clock clock) {
        return new AuditTrail(store, clock);
    }

    @Bean
    Visitors visitors(Accounts accounts) {
        return new Visitors(accounts);
    }

    /** It stands in the chain of Spring Security, and nowhere else. */
    @Bean
    FilterRegistrationBean<Visitors> visitorsStandInChain(Visitors visitors) {
        FilterRegistrationBean<Visitors> registration = new FilterRegistrationBean<>(visitors);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcConfigurer gate(AuditTrail trail, Visitors visitors) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new Gate(trail));
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(visitors);
            }
        };
    }
}
