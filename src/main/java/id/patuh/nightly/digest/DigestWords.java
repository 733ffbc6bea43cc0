package id.patuh.nightly.digest;

import id.patuh.ledger.followup.FollowUpItem;
import id.patuh.ledger.followup.ItemEffect;
import id.patuh.ledger.followup.ToldItem;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.waiver.Target;
import id.patuh.ledger.waiver.Waiver;
import id.patuh.nightly.Night;
import id.patuh.nightly.NightFile;
import id.patuh.nightly.ScopeOutcome.NightOutcome;
import id.patuh.nightly.digest.DigestPage.Table;
import id.patuh.notice.Notice;
import id.patuh.report.Language;
import id.patuh.report.Moments;
import id.patuh.report.Numbers;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.report.Template;
import id.patuh.report.ViolationText;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Deadline;
import id.patuh.violation.Subject;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns a digest into words of its recipient's language. What comes of files cannot pass for anything else. */
final class DigestWords {

    private static final int MOST_FILES = 20;

    private final Digest digest;
    private final StepTitles titles;
    private final Language language;
    private final ZoneId zone;

    DigestWords(Digest digest, RuleSet ruleSet) {
        this.digest = digest;
        this.titles = new StepTitles(ruleSet);
        this.language = digest.recipient().language();
        this.zone = digest.recipient().zone();
    }

    DigestPage page() {
        return new DigestPage(
                language,
                subject(),
                text("title", Map.of("date", digest.date().toString())),
                warnings(),
                digest.units().entrySet().stream()
                        .map(unit -> new DigestPage.Unit(Printable.of(unit.getKey()), tables(unit.getValue())))
                        .toList(),
                List.of(text(
                        "footer", Map.of("asOf", Moments.toTheMinute(digest.asOf(), zone), "zone", zone.toString()))));
    }

    private String subject() {
        List<String> counts = new ArrayList<>();
        if (digest.isIncomplete()) {
            counts.add(text("subject.incomplete", Map.of()));
        }
        count("new", unit -> unit.fresh, counts);
        count("reopened", unit -> unit.reopened, counts);
        count("overdue", unit -> unit.overdue, counts);
        count("due", unit -> unit.due, counts);
        count("items", unit -> unit.items, counts);
        count("ineffective", unit -> unit.ineffective, counts);
        count("waivers", unit -> unit.waivers, counts);
        String date = digest.date().toString();
        return counts.isEmpty()
                ? text("subject.other", Map.of("date", date))
                : text("subject", Map.of("date", date, "counts", String.join(", ", counts)));
    }

    private void count(String key, Function<UnitDigest, Heading<?>> heading, List<String> counts) {
        long all = digest.units().values().stream()
                .mapToLong(unit -> heading.apply(unit).all())
                .sum();
        if (all > 0) {
            counts.add(text("subject." + key, Map.of("n", Long.toString(all))));
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        // What did not come to its end before what did.
        digest.troubled().stream().filter(Digest::isIncomplete).forEach(each -> warnings.add(incomplete(each.night())));
        digest.troubled().stream()
                .filter(NightOutcome::factless)
                .map(each -> Printable.of(each.night().scope()))
                .distinct()
                .forEach(scope -> warnings.add(text("factless", Map.of("scope", scope))));
        for (NightOutcome outcome : digest.troubled()) {
            Night night = outcome.night();
            if (!night.wholeInbox()) {
                warnings.add(text("inbox", night(night)));
            }
            if (night.erased().problem() != null) {
                String why = Printable.of(night.erased().problem().text(language));
                warnings.add(text("not.erased", with(night(night), "why", why)));
            }
            addFiles(outcome, warnings);
            addReadOtherwise(outcome, warnings);
        }
        digest.undelivered().forEach(notice -> warnings.add(undelivered(notice)));
        return warnings;
    }

    private String incomplete(Night night) {
        Map<String, String> values = night(night);
        if (night.stage() != Night.Stage.FAILED) {
            return text("unfinished", values);
        }
        String why = Printable.of(night.problem().text(language));
        return text("failed", with(values, "why", why));
    }

    private void addFiles(NightOutcome outcome, List<String> warnings) {
        List<NightFile> unreadable =
                outcome.files().stream().filter(DigestGatherer::isUnreadable).toList();
        Map<String, String> values = night(outcome.night());
        unreadable.stream()
                .limit(MOST_FILES)
                .forEach(file -> warnings.add(text(
                        "file",
                        with(
                                with(values, "name", Printable.of(file.name())),
                                "rejected",
                                Long.toString(file.rejected())))));
        if (unreadable.size() > MOST_FILES) {
            warnings.add(text("files.more", with(values, "n", Integer.toString(unreadable.size() - MOST_FILES))));
        }
    }

    /** A file that another mapping, or none, reads may say something else than the unit means. */
    private void addReadOtherwise(NightOutcome outcome, List<String> warnings) {
        List<NightFile> files = outcome.files().stream()
                .filter(file -> !file.unusedMappings().isEmpty())
                .toList();
        Map<String, String> values = night(outcome.night());
        for (NightFile file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            String why = file.unusedMappings().stream()
                    .map(note -> Printable.of(Words.note(note, language)))
                    .collect(Collectors.joining(" "));
            warnings.add(text("file.otherwise", with(with(values, "name", Printable.of(file.name())), "why", why)));
        }
        if (files.size() > MOST_FILES) {
            warnings.add(text("files.otherwise.more", with(values, "n", Integer.toString(files.size() - MOST_FILES))));
        }
    }

    private static Map<String, String> night(Night night) {
        return Map.of("scope", Printable.of(night.scope()), "date", night.date().toString());
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        return Stream.concat(values.entrySet().stream(), Stream.of(Map.entry(name, value)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private String undelivered(Notice notice) {
        return text(
                "undelivered." + notice.state().word(),
                Map.of(
                        "number", Long.toString(notice.id()),
                        "event", Printable.of(notice.event()),
                        "channel", notice.channel().word(),
                        "why",
                                Reasons.text(
                                        notice.failure().reason(),
                                        notice.failure().details(),
                                        language)));
    }

    private List<Table> tables(UnitDigest unit) {
        List<Table> tables = new ArrayList<>();
        List<String> ofViolations = List.of("severity", "case", "finding", "rule");
        add("new", unit.fresh, ofViolations, this::cells, tables);
        add("reopened", unit.reopened, ofViolations, this::cells, tables);
        add("overdue", unit.overdue, ofViolations, this::cells, tables);
        add("due", unit.due, List.of("due", "case", "todo"), this::cells, tables);
        add("items", unit.items, List.of("last-day", "survey", "item", "owner"), this::cells, tables);
        add("ineffective", unit.ineffective, List.of("survey", "item", "effect", "owner"), this::cells, tables);
        add("waivers", unit.waivers, List.of("until", "about", "reason"), this::cells, tables);
        return tables;
    }

    private <T> void add(
            String key, Heading<T> heading, List<String> columns, Function<T, List<String>> cells, List<Table> tables) {
        if (heading.isEmpty()) {
            return;
        }
        Map<String, String> values = Map.of("n", Long.toString(heading.all()), "days", Integer.toString(digest.days()));
        tables.add(new Table(
                text("heading." + key, values),
                columns.stream()
                        .map(column -> text("column." + column, Map.of()))
                        .toList(),
                heading.first().stream()
                        .map(cells)
                        .map(row -> row.stream().map(Printable::of).toList())
                        .toList(),
                heading.more() == 0 ? null : text("more", Map.of("n", Long.toString(heading.more())))));
    }

    private List<String> cells(Opening violation) {
        ViolationText said = digest.texts().get(violation.id());
        return List.of(
                language.label("severity." + violation.severity().word()),
                said == null ? "" : name(said.subject()),
                said == null ? "" : said.in(language).message(),
                violation.rule());
    }

    private List<String> cells(Deadline deadline) {
        String step = titles.of(deadline.subject().sop(), deadline.step(), deadline.due());
        Map<String, String> values = Map.of(
                "step",
                step,
                "constraint",
                Objects.requireNonNullElse(deadline.subject().constraint(), ""));
        String todo = text("todo." + DigestJson.word(deadline.kind()), values);
        return List.of(Moments.toTheMinute(deadline.due(), zone), name(deadline.subject()), todo);
    }

    private List<String> cells(ToldItem item) {
        FollowUpItem known = item.known();
        return List.of(
                known.due().toString(),
                Objects.toString(known.report().survey(), ""),
                name(known),
                Objects.toString(known.plan().owner(), ""));
    }

    private List<String> cells(ItemEffect item) {
        FollowUpItem known = item.known();
        String unsur = item.effect().unsur().stream()
                .filter(each -> each.reason() == null)
                .map(each -> text(
                        "unsur",
                        Map.of(
                                "unsur", each.name(),
                                "before", Numbers.of(each.before(), language),
                                "after", Numbers.of(each.after(), language))))
                .collect(Collectors.joining("; "));
        return List.of(
                Objects.toString(known.report().survey(), ""),
                name(known),
                unsur + " (" + item.effect().next() + ")",
                Objects.toString(known.plan().owner(), ""));
    }

    private static String name(FollowUpItem known) {
        return known.plan().number() + " " + known.plan().activity();
    }

    private List<String> cells(Waiver waiver) {
        return List.of(
                Moments.toTheMinute(waiver.terms().validity().until(), zone),
                about(waiver.terms().target()),
                waiver.terms().reason());
    }

    private static String about(Target target) {
        return Stream.of(target.unit(), target.caseId(), target.rule(), target.fingerprint())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
    }

    private static String name(Subject subject) {
        return Stream.of(subject.sop(), subject.caseId(), subject.survey())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" / "));
    }

    private String text(String key, Map<String, String> values) {
        return Template.fill(language.texts("id.patuh.nightly.digest.texts").getString(key), values::get);
    }
}
