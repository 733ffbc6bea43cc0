package id.patuh.web.frame;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Scripts, styles and pictures: all of them from the program's own jars. Addresses carry a hash of the content, so that a
 * browser may keep each for ever and yet never has an old one.
 */
@Configuration(proxyBeanMethods = false)
class Assets implements WebMvcConfigurer {

    /** Under it everybody may read, without being logged in. */
    static final String PATH = "/assets/**";

    private static final String[] PLACES = {
        "classpath:/id/patuh/web/assets/", "classpath:/id/patuh/chart/assets/", "classpath:/META-INF/resources/webjars/"
    };

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH)
                .addResourceLocations(PLACES)
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    /** Puts the hashes into the addresses that pages name. */
    @Bean
    ResourceUrlEncodingFilter resourceUrls() {
        return new ResourceUrlEncodingFilter();
    }
}
