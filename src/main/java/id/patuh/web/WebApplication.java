package id.patuh.web;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/** What Spring puts together: everything of this package and those below it. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan
class WebApplication {}
