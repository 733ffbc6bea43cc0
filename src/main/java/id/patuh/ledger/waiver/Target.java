package id.patuh.ledger.waiver;

import id.patuh.ledger.LedgerException;
import id.patuh.ledger.life.Group;
import id.patuh.ledger.life.Opening;
import id.patuh.ledger.life.Openings;
import id.patuh.rulebook.Texts;
import id.patuh.wording.Wording;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Which violations of a scope a waiver covers. Rules are ids; parts that do not tell are null.
 *
 * @param fingerprint the only violation
 * @param caseId a case number, as exactly as cases are told apart
 * @param unit as somebody writes it; with a case number, whose case it is, or null for all cases of the number
 * @param rule the only rule; null for all of a case
 */
public record Target(String fingerprint, String caseId, String unit, String rule) {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");

    public Target {
        fingerprint = fingerprint == null ? null : fingerprint.strip().toLowerCase(Locale.ROOT);
        caseId = stripped(caseId);
        unit = stripped(unit);
        rule = stripped(rule);
        if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
            throw new LedgerException("fingerprint-unusable", "fingerprint", fingerprint);
        }
        boolean one = fingerprint != null
                ? caseId == null && unit == null && rule == null
                : caseId != null || unit != null && rule != null;
        boolean says = !"".equals(caseId)
                && !"".equals(rule)
                && (unit == null || !Wording.normalise(unit).isEmpty());
        if (!one || !says) {
            throw new LedgerException("waiver-target", Map.of());
        }
    }

    private static String stripped(String text) {
        return text == null ? null : Texts.storable(text.strip());
    }

    /** One violation. */
    public static Target ofViolation(String fingerprint) {
        return new Target(fingerprint, null, null, null);
    }

    /**
     * All cases of a number, whichever unit's they are.
     *
     * @param rule the only rule; null for all violations of the case
     */
    public static Target ofCase(String caseId, String rule) {
        return new Target(null, caseId, null, rule);
    }

    /** The same, but only in a unit, whose name is compared as in fingerprints. */
    Target in(String onlyUnit) {
        return new Target(fingerprint, caseId, onlyUnit, rule);
    }

    /** A rule in a unit, whose name is compared as in fingerprints. */
    public static Target ofUnit(String unit, String rule) {
        return new Target(null, null, unit, rule);
    }

    /** By which violations that it may cover are found. */
    String key() {
        if (fingerprint != null) {
            return fingerprint;
        }
        return caseId != null ? caseKey(Group.ofCase(caseId).key()) : unitKey(unit, rule);
    }

    /** Finds the open violations that it may cover: whatever it covers, and mostly little else. */
    void find(Openings open, long scopeId, Consumer<Opening> taker) {
        if (fingerprint != null) {
            open.ofFingerprint(scopeId, fingerprint, taker);
        } else if (caseId != null) {
            open.ofGroup(scopeId, Group.ofCase(caseId), taker);
        } else {
            open.ofRule(scopeId, rule, taker);
        }
    }

    /** By the key of the case's group. */
    static String caseKey(String groupKey) {
        return "case " + groupKey;
    }

    static String unitKey(String unit, String rule) {
        return "unit " + rule + " " + Wording.normalise(unit);
    }

    /** Whether it covers what is of a rule, where its {@link #key} does not say so. */
    boolean isOfRule(String other) {
        return rule == null || rule.equals(other);
    }

    /**
     * Whether it covers what is of a unit, where its {@link #key} does not say so.
     *
     * @param other null where there is none
     */
    boolean isOfUnit(String other) {
        return unit == null || Wording.normalise(unit).equals(Wording.normalise(other));
    }
}
