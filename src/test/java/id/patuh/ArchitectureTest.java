package id.patuh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.patuh.check.CheckResult;
import id.patuh.report.AnnotatedCopy;
import id.patuh.report.Report;
import id.patuh.report.Words;
import id.patuh.ruleset.RuleSet;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which package may know which, in sentences. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    /** Gone with this class: they would take an eighth of the memory from the tests after it. */
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.patuh");

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("id.patuh.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void spoolKnowsNothing() {
        mayKnow("spool");
    }

    @Test
    void wordingKnowsNothing() {
        mayKnow("wording");
    }

    @Test
    void violationKnowsWordingOnly() {
        mayKnow("violation", "wording");
    }

    @Test
    void lawKnowsNothing() {
        mayKnow("law");
    }

    @Test
    void sopKnowsLawAndViolation() {
        mayKnow("sop", "law", "violation", "wording");
    }

    @Test
    void skmKnowsLawSpoolAndViolation() {
        mayKnow("skm", "law", "spool", "violation", "wording");
    }

    @Test
    void engineKnowsViolationAndWording() {
        mayKnow("engine", "violation", "wording");
    }

    @Test
    void mappingKnowsWordingOnly() {
        mayKnow("mapping", "wording");
    }

    @Test
    void rulesetKnowsEngineAndTheFacts() {
        mayKnow("ruleset", "engine", "law", "mapping", "skm", "sop", "violation", "wording");
    }

    @Test
    void intakeKnowsTheFactsAndNoRules() {
        mayKnow("intake", "law", "mapping", "skm", "sop", "spool", "violation", "wording");
    }

    @Test
    void draftKnowsIntakeAndMapping() {
        mayKnow("draft", "intake", "mapping", "ruleset", "sop", "wording");
    }

    @Test
    void checkKnowsNoReport() {
        mayKnow(
                "check",
                "engine",
                "intake",
                "law",
                "mapping",
                "ruleset",
                "skm",
                "sop",
                "spool",
                "violation",
                "wording");
    }

    @Test
    void reportKnowsNoCommandLine() {
        mayKnow("report", "chart", "check", "engine", "intake", "law", "ruleset", "spool", "violation", "wording");
    }

    @Test
    void chartsKnowNothing() {
        mayKnow("chart");
    }

    /** So that a result that was kept in a database gives the same report as one that was just made. */
    @Test
    void formsOfReportsKnowTheContentOnly() {
        noClasses()
                .that()
                .areAssignableTo(Report.class)
                .or()
                .areAssignableTo(AnnotatedCopy.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CheckResult.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Words.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RuleSet.class)
                .check(classes);
    }

    @Test
    void editKnowsRuleSetsAndWhatIsFilledIn() {
        mayKnow("edit", "engine", "intake", "law", "report", "ruleset", "sop", "violation");
    }

    @Test
    void templatesKnowWhatReadsThemAndNoCheck() {
        mayKnow("template", "edit", "intake", "law", "report", "ruleset", "skm", "sop", "spool", "wording");
    }

    @Test
    void storeKnowsNothing() {
        mayKnow("store");
    }

    @Test
    void vaultKnowsTheStore() {
        mayKnow("vault", "spool", "store");
    }

    @Test
    void noticeKnowsTheStoreOnly() {
        mayKnow("notice", "store");
    }

    @Test
    void scopesKnowTheStore() {
        mayKnow("scope", "store");
    }

    @Test
    void factsKnowNoRulebookAndNoReport() {
        mayKnow(
                "facts",
                "check",
                "intake",
                "mapping",
                "ruleset",
                "scope",
                "skm",
                "sop",
                "spool",
                "store",
                "vault",
                "violation");
    }

    @Test
    void accountsKnowTheRulebookAndNoCommandLine() {
        mayKnow("account", "report", "rulebook", "scope", "store");
    }

    @Test
    void rulebookKnowsNoCommandLine() {
        mayKnow("rulebook", "check", "engine", "report", "ruleset", "store", "violation");
    }

    @Test
    void ledgerKnowsTheRulebookAndNoCommandLine() {
        mayKnow(
                "ledger",
                "check",
                "engine",
                "intake",
                "mapping",
                "report",
                "rulebook",
                "ruleset",
                "scope",
                "skm",
                "spool",
                "store",
                "vault",
                "violation",
                "wording");
    }

    @Test
    void onlyTheStoreKnowsDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.patuh.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.flywaydb..", "com.zaxxer..", "org.h2..", "org.postgresql..")
                .check(classes);
    }

    @Test
    void onlyTheEngineKnowsDrools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.patuh.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kie..", "org.drools..")
                .check(classes);
    }

    @Test
    void onlyReadersAndWritersKnowJacksonAndPoi() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "id.patuh.edit..",
                        "id.patuh.intake..",
                        "id.patuh.ruleset..",
                        "id.patuh.report..",
                        "id.patuh.template..",
                        "id.patuh.web.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..",
                        "com.fasterxml..",
                        "de.siegmar..",
                        "org.apache.poi..",
                        "javax.xml.stream..",
                        "com.ctc.wstx..")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineKnowsPicocli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.patuh.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
    }

    @Test
    void onlyNoticeKnowsMail() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.patuh.notice..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.mail..")
                .check(classes);
    }

    @Test
    void onlyNoticeAndTheWebKnowSpringAndAccountsItsHashOfPasswords() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.patuh.account..", "id.patuh.notice..", "id.patuh.web..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(classes);
        classes()
                .that()
                .resideInAPackage("id.patuh.account..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                        "org.springframework.."))
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(
                                "org.springframework.security.crypto.bcrypt..")))
                .check(classes);
    }

    @Test
    void onlyTheWebKnowsServersAndPages() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.patuh.web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.servlet..", "org.thymeleaf..", "org.apache.catalina..")
                .check(classes);
    }

    @Test
    void onlyTheCommandLineKnowsTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.patuh.web..", "id.patuh.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.patuh.web..")
                .check(classes);
    }

    @Test
    void submissionsKnowNoWeb() {
        mayKnow(
                "submission",
                "check",
                "engine",
                "facts",
                "intake",
                "ledger",
                "mapping",
                "nightly",
                "report",
                "rulebook",
                "ruleset",
                "scope",
                "skm",
                "sop",
                "spool",
                "store",
                "vault",
                "violation");
    }

    @Test
    void nightlyKnowsNoCommandLine() {
        mayKnow(
                "nightly",
                "check",
                "engine",
                "facts",
                "intake",
                "ledger",
                "mapping",
                "notice",
                "report",
                "rulebook",
                "ruleset",
                "scope",
                "skm",
                "sop",
                "spool",
                "store",
                "violation",
                "wording");
    }

    /** It remembers each name until the process ends. */
    @Test
    void filesAreDeletedByTemporaryFile() {
        noClasses()
                .should()
                .callMethod(File.class, "deleteOnExit")
                .because("a server would grow with each file")
                .check(classes);
    }

    private void mayKnow(String name, String... others) {
        String[] allowed = new String[others.length + 1];
        allowed[0] = "id.patuh." + name + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = "id.patuh." + others[i] + "..";
        }
        classes()
                .that()
                .resideInAPackage("id.patuh." + name + "..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("id.patuh.."))
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed)))
                .check(classes);
    }
}
