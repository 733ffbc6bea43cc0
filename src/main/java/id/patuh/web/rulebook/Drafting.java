package id.patuh.web.rulebook;

import id.patuh.account.AuditAction;
import id.patuh.account.AuditEvent;
import id.patuh.account.AuditTrail;
import id.patuh.rulebook.History;
import id.patuh.rulebook.Rulebook;
import id.patuh.rulebook.RulebookException;
import id.patuh.rulebook.State;
import id.patuh.rulebook.Version;
import id.patuh.ruleset.RuleSetContent;
import id.patuh.web.access.Visitor;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes drafts of changes. A version never changes: what is saved is another version, from the one published last or in the
 * place of one's own draft. So nobody overwrites what somebody else saved meanwhile.
 */
@Component
class Drafting {

    private final Rulebook rulebook;
    private final AuditTrail trail;

    Drafting(Rulebook rulebook, AuditTrail trail) {
        this.rulebook = rulebook;
        this.trail = trail;
    }

    /** The version that drafts are made from; empty where none was published. */
    Optional<Version> latest() {
        return rulebook.history().latest();
    }

    /**
     * What is changed.
     *
     * @param comment why it was drafted, for a version that is gone on with; else empty
     */
    record Base(Version version, String comment, boolean editable) {}

    /** The version of that number. */
    Base base(long number, Visitor visitor) {
        History history = rulebook.history();
        Version version = VersionPages.find(history, number);
        boolean published = version.state() == State.PUBLISHED;
        return new Base(
                version,
                published ? "" : VersionPages.comment(history, version),
                VersionPages.isEditable(history, version, visitor));
    }

    /**
     * Drafts a version with other files.
     *
     * @throws RulebookException if he may not, or somebody was faster; stands in the audit trail
     * @throws id.patuh.ruleset.RuleSetException if the files are no usable rule set
     */
    Version save(Version base, RuleSetContent files, String comment, Visitor visitor) {
        String author = visitor.account().name();
        Rulebook audited = rulebook.along(entry -> trail.step(AuditEvent.done(
                visitor.actor(),
                AuditAction.DRAFT_RULES,
                Long.toString(entry.draft().id()),
                Map.of("base", Long.toString(base.id())))));
        try {
            return base.state() == State.PUBLISHED
                    ? audited.draft(files, author, comment, base.id())
                    : audited.redraft(base.id(), files, author, comment);
        } catch (RulebookException e) {
            trail.add(AuditEvent.refused(
                    visitor.actor(),
                    AuditAction.DRAFT_RULES,
                    Long.toString(base.id()),
                    e.problem().reason()));
            throw e;
        }
    }

    /** What the files of a version are. */
    RuleSetContent content(Version version) {
        return rulebook.content(version.id());
    }
}
