package id.patuh.cli;

import id.patuh.mapping.Mapping;
import java.nio.file.Path;

/**
 * A mapping that a user named.
 *
 * @param mapping as it was read
 * @param file its file; null where the rule set has it
 * @param sha256 of the bytes that were read of the file; null where the rule set has it
 */
record NamedMapping(Mapping mapping, Path file, String sha256) {}
