package id.patuh.report;

import id.patuh.ruleset.Messages;
import id.patuh.ruleset.RuleSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule demands, in a sentence for people without technical knowledge. */
public final class RuleSentence {

    private static final String PARAMETER = "parameter:";

    private RuleSentence() {}

    /** The sentence of a rule with the values of a day; empty where the rule set has none in the language. */
    public static Optional<String> of(RuleSet ruleSet, String rule, LocalDate day, Language language) {
        return ruleSet.messages()
                .text(rule + Messages.SENTENCE, language.code())
                .map(text -> Template.fill(
                        text,
                        name -> ruleSet.parameters()
                                .find(name.substring(PARAMETER.length()))
                                .flatMap(parameter -> parameter.on(day))
                                .map(value -> value(value.value(), language))
                                .orElse(null)));
    }

    /** A value of a parameter in words. */
    static String value(Object value, Language language) {
        if (value instanceof BigDecimal number) {
            return Numbers.of(number, language);
        }
        return value instanceof Collection<?> all
                ? all.stream().map(each -> value(each, language)).collect(Collectors.joining(", "))
                : value.toString();
    }
}
