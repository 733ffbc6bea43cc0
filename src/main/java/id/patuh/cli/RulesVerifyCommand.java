package id.patuh.cli;

import id.patuh.rulebook.Verification;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code patuh rules verify}. */
@Command(name = "verify", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesVerifyCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Option(names = "--head", paramLabel = "HASH", descriptionKey = "rulebook-head")
    private String head;

    @Override
    public Integer call() {
        String expected = head == null ? null : head.strip().toLowerCase(Locale.ROOT);
        Verification verification = options.with(rulebook -> rulebook.verify(expected));
        options.say(verification.isSound() ? "rulebook.sound" : "rulebook.unsound", verification.entries());
        if (!verification.isSound()) {
            options.tell(options.text(verification.problem()));
        }
        if (verification.head() != null) {
            options.say("rulebook.head", verification.head());
        }
        return verification.isSound() ? ExitCode.OK : ExitCode.VIOLATIONS;
    }
}
