package id.patuh.cli;

import static id.patuh.cli.CommandLineRun.patuh;
import static org.assertj.core.api.Assertions.assertThat;

import id.patuh.notice.Content;
import id.patuh.notice.Message;
import id.patuh.notice.Outbox;
import id.patuh.store.Store;
import id.patuh.store.Transaction;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Messages at the command line. */
class MessagesCommandTest extends DatabaseOfTest {

    @Test
    void messagesAreListedAndSentAgainWhereTheyDidNotCome() {
        assertThat(patuh("messages", "--lang", "en").out()).isEqualTo("There are no messages.\n");
        Message mail = new Message("night 2026-03-03", "ani", new Content.Mail("a", "b", "c"));
        write(store -> transaction -> new Outbox(store).add(transaction, List.of(mail)));
        CommandLineRun early = patuh("messages", "again", "1", "--lang", "en");
        assertThat(early.err()).isEqualTo("Message 1 cannot be sent again: it is waiting.\n");
        assertThat(early.exitCode()).isEqualTo(ExitCode.USAGE);
        write(store -> transaction -> transaction.change("UPDATE notice SET state = 'in-doubt', due = NULL, "
                + "ended = CURRENT_TIMESTAMP, reason = 'notice-unanswered'"));
        assertThat(patuh("messages", "--lang", "en").out())
                .matches(
                        "1  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  night 2026-03-03  ani \\(email\\): in doubt The message was "
                                + "handed over, but nobody knows whether it was taken.\n");
        CommandLineRun again = patuh("messages", "again", "1", "--format", "json");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("\"state\": \"waiting\"");
        assertThat(patuh("messages", "again", "7", "--lang", "en").err())
                .isEqualTo("There is no message with the number 7.\n");
    }

    /** The file is free for commands afterwards. */
    private static void write(Function<Store, Transaction.Work<Integer>> work) {
        try (Store store = Store.open(System.getProperty(DATABASE))) {
            store.write(work.apply(store));
        }
    }
}
