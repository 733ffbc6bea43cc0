package id.patuh.nightly.digest;

import id.patuh.ledger.followup.FollowUpItem;
import id.patuh.ledger.followup.ItemEffect;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.notice.Notice;
import id.patuh.report.JsonText;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.report.ViolationText;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Deadline;
import id.patuh.violation.Subject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A digest for programs, as {@code src/docs/digest.md} describes it. */
final class DigestJson {

    private static final int SCHEMA = 1;

    private final Digest digest;
    private final StepTitles titles;
    private final Language language;

    DigestJson(Digest digest, RuleSet ruleSet) {
        this.digest = digest;
        this.titles = new StepTitles(ruleSet);
        this.language = digest.recipient().language();
    }

    String text() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("recipient", digest.recipient().name());
        data.put("night", digest.date().toString());
        data.put("complete", !digest.isIncomplete());
        data.put("nights", digest.troubled().stream().map(this::night).toList());
        data.put(
                "undelivered",
                digest.undelivered().stream().map(this::undelivered).toList());
        data.put("dueWithinDays", digest.days());
        data.put(
                "units",
                digest.units().entrySet().stream()
                        .map(unit -> unit(unit.getKey(), unit.getValue()))
                        .toList());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "patuh.digest");
        document.put("schema", SCHEMA);
        document.put("timestamp", digest.asOf().toString());
        document.put("data", data);
        return JsonText.of(document);
    }

    private Map<String, Object> night(NightOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("scope", outcome.night().scope());
        json.put("date", outcome.night().date().toString());
        json.put("complete", !Digest.isIncomplete(outcome));
        json.put(
                "problem",
                outcome.night().problem() == null
                        ? null
                        : outcome.night().problem().text(language));
        json.put("wholeInbox", outcome.night().wholeInbox());
        json.put("withoutData", outcome.factless());
        json.put(
                "unreadable",
                outcome.files().stream()
                        .filter(DigestGatherer::isUnreadable)
                        .map(NightFile::name)
                        .toList());
        json.put(
                "readOtherwise",
                outcome.files().stream()
                        .filter(file -> !file.unusedMappings().isEmpty())
                        .map(NightFile::name)
                        .toList());
        return json;
    }

    private Map<String, Object> undelivered(Notice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", notice.id());
        json.put("event", notice.event());
        json.put("channel", notice.channel().word());
        json.put("state", notice.state().word());
        json.put(
                "reason",
                Reasons.text(notice.failure().reason(), notice.failure().details(), language));
        return json;
    }

    private Map<String, Object> unit(String name, UnitDigest unit) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", name);
        json.put("new", heading(unit.fresh, this::violation));
        json.put("reopened", heading(unit.reopened, this::violation));
        json.put("overdue", heading(unit.overdue, this::violation));
        json.put("due", heading(unit.due, this::deadline));
        json.put("followUpsDue", heading(unit.items, each -> item(each.item(), each.known())));
        json.put("followUpsWithoutEffect", heading(unit.ineffective, DigestJson::effect));
        json.put("waiversEnding", heading(unit.waivers, DigestJson::waiver));
        return json;
    }

    private static <T> Map<String, Object> heading(Heading<T> heading, Function<T, Map<String, Object>> line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", heading.all());
        json.put("first", heading.first().stream().map(line).toList());
        return json;
    }

    private Map<String, Object> violation(Opening violation) {
        ViolationText said = digest.texts().get(violation.id());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("fingerprint", violation.fingerprint());
        json.put("rule", violation.rule());
        json.put("severity", violation.severity().word());
        put(said == null ? null : said.subject(), json);
        json.put("message", said == null ? null : said.in(language).message());
        return json;
    }

    private Map<String, Object> deadline(Deadline deadline) {
        Subject subject = deadline.subject();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("due", deadline.due().toString());
        json.put("kind", word(deadline.kind()));
        put(subject, json);
        json.put("constraint", subject.constraint());
        json.put("todo", titles.of(subject.sop(), deadline.step(), deadline.due()));
        return json;
    }

    private static Map<String, Object> item(String item, FollowUpItem known) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("item", item);
        json.put("lastDay", Objects.toString(known.plan().lastEnd(), null));
        json.put("survey", known.report().survey());
        json.put("number", known.plan().number());
        json.put("activity", known.plan().activity());
        json.put("owner", known.plan().owner());
        return json;
    }

    private static Map<String, Object> effect(ItemEffect item) {
        Map<String, Object> json = item(item.item(), item.known());
        json.put("effect", item.effect().outcome().word());
        json.put("nextSurvey", item.effect().next());
        return json;
    }

    private static void put(Subject subject, Map<String, Object> json) {
        json.put("sop", subject == null ? null : subject.sop());
        json.put("case", subject == null ? null : subject.caseId());
        json.put("survey", subject == null ? null : subject.survey());
        json.put("step", subject == null ? null : subject.step());
    }

    private static Map<String, Object> waiver(Waiver waiver) {
        Target target = waiver.terms().target();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", waiver.number());
        json.put("until", waiver.terms().validity().until().toString());
        json.put("fingerprint", target.fingerprint());
        json.put("case", target.caseId());
        json.put("rule", target.rule());
        json.put("reason", waiver.terms().reason());
        return json;
    }

    /** {@code step}, {@code next-step} or {@code constraint}. */
    static String word(Deadline.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
