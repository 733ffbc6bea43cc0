package id.patuh.cli;

import id.patuh.account.AccountReport;
import id.patuh.account.PasswordFile;
import id.patuh.account.Passwords;
import id.patuh.account.Secret;
import java.io.Console;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import picocli.CommandLine.Option;

/** Where a password comes from: never from the command line, which others on the machine can read. */
final class PasswordOptions {

    @Option(names = "--password-file", paramLabel = "FILE", descriptionKey = "account-password-file")
    private Path file;

    @Option(names = "--one-time", descriptionKey = "account-one-time")
    private boolean oneTime;

    /** The password for somebody. */
    Secret password(String whose, ActingOptions options) {
        if (oneTime) {
            return Passwords.oneTime();
        }
        return file == null ? asked(whose, options) : PasswordFile.read(file);
    }

    /** Tells a password that was made. */
    void tell(Secret password, ActingOptions options) {
        if (oneTime) {
            options.print(new AccountReport(Instant.now(), options.zone(), options.language()).oneTime(password));
        }
    }

    private static Secret asked(String whose, ActingOptions options) {
        Console console = System.console();
        if (console == null) {
            throw options.usage("account.no-terminal", whose);
        }
        Secret first = read(console, options.text("account.password-ask").replace("{0}", whose));
        Secret again = read(console, options.text("account.password-again"));
        if (!first.reveal().equals(again.reveal())) {
            throw options.usage("account.password-differs", whose);
        }
        return first;
    }

    private static Secret read(Console console, String prompt) {
        char[] letters = console.readPassword("%s ", prompt);
        char[] typed = letters == null ? new char[0] : letters;
        Secret secret = Secret.of(new String(typed));
        Arrays.fill(typed, ' ');
        return secret;
    }
}
