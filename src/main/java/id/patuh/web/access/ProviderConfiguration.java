package id.patuh.web.access;

import id.patuh.account.Accounts;
import id.patuh.account.AuditTrail;
import id.patuh.account.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Single sign-on, where the configuration file names a provider under Spring's own keys. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties({OAuth2ClientProperties.class, ProviderClaims.class})
class ProviderConfiguration {

    /**
     * The providers that can be chosen when signing in.
     *
     * @param names as people know them, by the names that addresses have
     */
    record Providers(Map<String, String> names) {}

    /** Asked what it is only when somebody goes there, so that the server starts while it is away. */
    @Bean
    ClientRegistrationRepository clientRegistrations(OAuth2ClientProperties properties) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(properties).asClientRegistrations()));
    }

    @Bean
    Providers providers(OAuth2ClientProperties properties) {
        Map<String, String> names = new TreeMap<>();
        properties
                .getRegistration()
                .forEach((id, registration) ->
                        names.put(id, registration.getClientName() == null ? id : registration.getClientName()));
        return new Providers(names);
    }

    /** Nothing is done at a provider in somebody's name, so that what it would be done by is not kept. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                    String provider, Authentication who, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication who,
                    HttpServletRequest request,
                    HttpServletResponse response) {
                // Not kept.
            }

            @Override
            public void removeAuthorizedClient(
                    String provider, Authentication who, HttpServletRequest request, HttpServletResponse response) {
                // There is none.
            }
        };
    }

    @Bean
    Customizer<OAuth2LoginConfigurer<HttpSecurity>> providerLogin(
            ClientRegistrationRepository providers,
            ProviderClaims claims,
            Accounts accounts,
            SignIns signIns,
            Sessions sessions,
            AuditTrail trail) {
        ProviderSignIn signIn = new ProviderSignIn(claims, accounts, signIns, sessions, trail);
        return login -> login.loginPage(SignInController.PATH)
                .authorizationEndpoint(
                        endpoint -> endpoint.authorizationRequestResolver(new ProviderRequests(providers)))
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        // There is no such provider, or it does not say what it is.
                        filter.setAuthenticationFailureHandler(signIn);
                        return filter;
                    }
                })
                .successHandler(signIn)
                .failureHandler(signIn);
    }
}
