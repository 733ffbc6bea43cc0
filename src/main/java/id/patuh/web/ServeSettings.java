package id.patuh.web;

import id.patuh.nightly.NightSettings;
import java.nio.file.Path;

/**
 * How the server is started. Whatever else Spring Boot can be told (certificates, proxies) stands in the configuration
 * file, under Spring's own keys.
 *
 * @param address of the network interface that is listened at; null for what the configuration says, else this machine only
 * @param port null for what the configuration says, else 8080; 0 for any that is free
 * @param config the configuration file; null where there is none
 * @param samples folder of the sample data; null where there is none
 * @param program the version of patuh, and its build where that is known
 * @param nights those that are run beside the server; null where there are none
 */
public record ServeSettings(
        String address, Integer port, Path config, Path samples, String program, NightSettings nights) {}
