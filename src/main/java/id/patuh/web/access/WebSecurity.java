package id.patuh.web.access;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.account.Tokens;
import id.patuh.web.limit.UploadLimits;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Through which filters requests go. Who may do what is a matter of the {@link Gate}. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    /** Nothing from anywhere else, and no script or style within a page. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    /** Names of units stand in addresses, and may have a percent sign; nothing is decoded twice. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    /** Health and metrics: they are on a port of their own, which the network must not reach. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** What programs ask for: each request by itself, with a token, so that there is nothing that could be forged. */
    @Bean
    @Order(2)
    SecurityFilterChain programs(
            HttpSecurity http, Tokens tokens, Clock clock, UploadLimits uploads, ApiSettings settings)
            throws Exception {
        return http.securityMatcher(ApiPaths::isOfPrograms)
                .headers(WebSecurity::headers)
                .addFilterBefore(new TokenVisitors(tokens, clock), AuthorizationFilter.class)
                .addFilterBefore(new TokenLimit(settings.requestsPerMinute(), clock), AuthorizationFilter.class)
                .addFilterBefore(UploadGate.ofPrograms(uploads), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            Visitors visitors,
            AuditTrail trail,
            UploadLimits uploads,
            ObjectProvider<Customizer<OAuth2LoginConfigurer<HttpSecurity>>> providers)
            throws Exception {
        providers.ifAvailable(http::oauth2Login);
        ToSignIn toSignIn = new ToSignIn();
        return http.headers(WebSecurity::headers)
                .addFilterBefore(visitors, CsrfFilter.class)
                .addFilterBefore(UploadGate.ofPages(uploads), CsrfFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/assets/**", "/login", "/preferences")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(toSignIn).accessDeniedHandler(toSignIn))
                .formLogin(login -> login.loginPage(SignInController.PATH)
                        .usernameParameter("name")
                        .successHandler(toSignIn)
                        .failureHandler(toSignIn))
                .logout(logout -> logout.logoutSuccessUrl(SignInController.PATH)
                        .addLogoutHandler((request, response, who) -> Visitors.of(request)
                                .ifPresent(visitor -> trail.add(AuditEvent.done(
                                        visitor.actor(),
                                        AuditAction.SIGN_OUT,
                                        visitor.account().name(),
                                        Map.of())))))
                .build();
    }

    /** In a cookie rather than in a session: every page has a form, and strangers are to have no sessions. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("patuh-token");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
