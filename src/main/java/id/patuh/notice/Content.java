package id.patuh.notice;

/** What a message says. */
public sealed interface Content {

    /** By which channel it goes. */
    Channel channel();

    /**
     * A mail.
     *
     * @param subject one line
     * @param text for those who read plain texts
     * @param html the same as HTML
     */
    record Mail(String subject, String text, String html) implements Content {

        /** @throws IllegalArgumentException if the subject would be more than one header of the mail */
        public Mail {
            if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("no subject: " + subject);
            }
        }

        @Override
        public Channel channel() {
            return Channel.EMAIL;
        }
    }

    /**
     * What is posted to a webhook.
     *
     * @param json as it is sent and signed
     */
    record Payload(String json) implements Content {

        @Override
        public Channel channel() {
            return Channel.WEBHOOK;
        }
    }
}
