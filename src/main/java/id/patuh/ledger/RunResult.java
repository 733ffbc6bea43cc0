package id.patuh.ledger;

import id.patuh.check.CheckResult;
import id.patuh.report.CheckedContent;
import id.patuh.report.JsonReport;
import id.patuh.report.ReportContent;
import id.patuh.report.Verdict;
import id.patuh.rulebook.Sha256;
import id.patuh.violation.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param cases how many cases
 * @param activities how many activities
 * @param surveys how many surveys
 * @param critical how many critical violations
 * @param major how many major ones
 * @param minor how many minor ones
 * @param info how many that only inform
 * @param rejected how many rows and files could not be read
 * @param incomplete whether something could not be read, or nothing was there to check; null where a run was kept before
 *     this was noted
 * @param sha256 of the result as JSON, byte for byte
 */
public record RunResult(
        long cases,
        long activities,
        long surveys,
        long critical,
        long major,
        long minor,
        long info,
        long rejected,
        Boolean incomplete,
        String sha256) {

    /** What a result comes to; its JSON is made for the hash, and not kept. */
    public static RunResult of(CheckResult result, RunRequest asked) {
        Map<Severity, Long> found = result.findings().bySeverity();
        return new RunResult(
                result.cases(),
                result.activities(),
                result.surveys(),
                found.get(Severity.CRITICAL),
                found.get(Severity.MAJOR),
                found.get(Severity.MINOR),
                found.get(Severity.INFO),
                result.rejected().size(),
                result.isIncomplete(),
                sha256(result, asked));
    }

    /** How many violations of all severities. */
    public long violations() {
        return critical + major + minor + info;
    }

    /**
     * Whether there is a violation at or above the threshold.
     *
     * @param threshold null means that none counts
     */
    public boolean hasViolations(Severity threshold) {
        if (threshold == null) {
            return false;
        }
        return switch (threshold) {
            case CRITICAL -> critical > 0;
            case MAJOR -> critical + major > 0;
            case MINOR -> critical + major + minor > 0;
            case INFO -> violations() > 0;
        };
    }

    /** What the hash of a run is made of. Runs that were kept before a value was noted have it neither here. */
    String hashed() {
        return "RunResult[cases=" + cases + ", activities=" + activities + ", surveys=" + surveys + ", critical="
                + critical + ", major=" + major + ", minor=" + minor + ", info=" + info + ", rejected=" + rejected
                + (incomplete == null ? "" : ", incomplete=" + incomplete) + ", sha256=" + sha256 + "]";
    }

    private static String sha256(CheckResult result, RunRequest asked) {
        MessageDigest digest = Sha256.digest();
        ReportContent content = new CheckedContent(result, Verdict.on(result, asked.failOn()), asked.language());
        try (OutputStream hashed = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            new JsonReport().write(content, hashed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
