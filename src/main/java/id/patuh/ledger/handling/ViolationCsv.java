package id.patuh.ledger.handling;

import id.patuh.ledger.life.LifePage;
import id.patuh.ledger.life.LifePages;
import id.patuh.ledger.life.LifeQuery;
import id.patuh.ledger.life.LifeViolation;
import id.patuh.ledger.waiver.InForce;
import id.patuh.report.CsvText;
import id.patuh.report.Language;
import id.patuh.report.ViolationText;
import id.patuh.store.Store;
import id.patuh.violation.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Violations of a scope as CSV, a row each; laid down in {@code src/docs/ledger.md}. */
public final class ViolationCsv {

    private static final int ROWS_AT_A_TIME = 5000;
    private static final List<String> HEADINGS = List.of(
            "handling.state",
            "handling.severity",
            "handling.rule",
            "handling.unit",
            "handling.sop",
            "handling.case",
            "handling.survey",
            "handling.message",
            "handling.expected",
            "handling.actual",
            "handling.basis",
            "handling.opened",
            "handling.resolved",
            "handling.not-evaluated",
            "handling.waivers",
            "handling.assignee",
            "handling.fingerprint");

    private final LifePages pages;
    private final Language language;

    /** @param language of headings and words */
    public ViolationCsv(Store store, Language language) {
        this.pages = new LifePages(store);
        this.language = language;
    }

    /**
     * Writes the violations that are asked for, the heaviest first.
     *
     * @param inForce the waivers of the scope
     * @param assignees who is to see to what, by fingerprints
     * @throws IOException if they cannot be written
     */
    public void write(String scope, LifeQuery query, InForce inForce, Map<String, String> assignees, OutputStream to)
            throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        CsvText csv = new CsvText(text);
        csv.add(HEADINGS.stream().map(language::label).toList());
        String behind = null;
        do {
            LifePage page = pages.page(scope, query, behind, ROWS_AT_A_TIME);
            for (LifeViolation violation : page.violations()) {
                csv.add(row(violation, inForce, assignees.get(violation.fingerprint())));
            }
            behind = page.next();
        } while (behind != null);
        csv.flush();
        text.flush();
    }

    private List<String> row(LifeViolation violation, InForce inForce, String assignee) {
        Subject subject = violation.text().subject();
        ViolationText.Said said = violation.text().in(language);
        String waivers = violation.state().isOpen()
                ? inForce.covering(violation).stream()
                        .map(waiver -> Long.toString(waiver.number()))
                        .collect(Collectors.joining("; "))
                : "";
        return Stream.of(
                        language.label("standing.state." + violation.state().word()),
                        language.label("severity." + violation.severity().word()),
                        violation.rule(),
                        subject.unit(),
                        subject.sop(),
                        subject.caseId(),
                        subject.survey(),
                        said.message(),
                        said.expected(),
                        said.actual(),
                        said.basis(),
                        violation.opened(),
                        violation.resolved(),
                        violation.unevaluated(),
                        waivers,
                        assignee,
                        violation.fingerprint())
                .map(cell -> Objects.toString(cell, ""))
                .toList();
    }
}
