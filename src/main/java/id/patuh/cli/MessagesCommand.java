package id.patuh.cli;

import id.patuh.nightly.digest.NoticeReport;
import id.patuh.notice.Notice;
import id.patuh.notice.Outbox;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh messages}: digests that are to be delivered, and what became of them. */
@Command(
        name = MessagesCommand.NAME,
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        subcommands = MessagesCommand.Again.class)
final class MessagesCommand implements Callable<Integer> {

    static final String NAME = "messages";

    @Mixin
    private CommonOptions options;

    @Override
    public Integer call() {
        options.check();
        options.write(Rulebooks.withStore(options, store -> report(new Outbox(store).all(), options)));
        return ExitCode.OK;
    }

    /** {@code patuh messages again}: has one sent again that did not come, or perhaps did not. */
    @Command(name = "again", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
    static final class Again implements Callable<Integer> {

        @Mixin
        private CommonOptions options;

        @Parameters(paramLabel = "N", descriptionKey = "message-number")
        private long number;

        @Override
        public Integer call() {
            options.check();
            options.write(Rulebooks.withStore(options, store -> {
                Outbox outbox = new Outbox(store);
                outbox.sendAgain(number);
                List<Notice> one = outbox.all().stream()
                        .filter(notice -> notice.id() == number)
                        .toList();
                return report(one, options);
            }));
            return ExitCode.OK;
        }
    }

    private static String report(List<Notice> notices, CommonOptions options) {
        NoticeReport report = new NoticeReport(options.zone(), options.language());
        return options.isJson() ? report.json(notices) : report.text(notices);
    }
}
