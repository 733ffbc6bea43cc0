package id.patuh.web.limit;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts limits where requests come in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    /** Behind what finds the address of a client that comes through a proxy. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestLimits(LimitSettings settings, Refusals refusals) {
        return factory -> factory.addEngineValves(new RequestLimits(settings, refusals));
    }

    /** Within what tells programs of problems, and around all else. */
    @Bean
    FilterRegistrationBean<UnreadableParameters> unreadableParameters() {
        FilterRegistrationBean<UnreadableParameters> registration =
                new FilterRegistrationBean<>(new UnreadableParameters());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    /** What is streamed is written by the thread of its request, which the limits count, and for as long as it takes. */
    @Bean
    WebMvcConfigurer streamsWithinRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void configureAsyncSupport(AsyncSupportConfigurer async) {
                async.setTaskExecutor(new TaskExecutorAdapter(Runnable::run));
            }
        };
    }
}
