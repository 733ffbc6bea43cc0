package id.patuh.web.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts limits where requests come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** Behind what finds the address of a client that comes through a proxy. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestLimits(LimitSettings settings, Refusals refusals) {
        return factory -> factory.addEngineValves(new RequestLimits(settings, refusals));
    }
}
