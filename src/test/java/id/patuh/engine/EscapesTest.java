package id.patuh.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patuh.engine.guard.RuleGuard;
import id.patuh.report.Language;
import id.patuh.report.Reasons;
import id.patuh.ruleset.RuleVocabulary;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody might write into rules to get out of them: none of it runs, and each refusal says where and why. */
class EscapesTest {

    private static final String CANARY = "patuh.canary";

    private static final String HEAD = """
            package rules.test;

            import id.patuh.engine.Violations;
            import id.patuh.skm.GradeQuery;
            import id.patuh.sop.Activity;
            import id.patuh.sop.CaseConstraint;
            import id.patuh.sop.CaseFile;

            global Violations violations;

            """;

    private static final String METADATA = "    @id(canary)\n    @severity(INFO)\n    @basis(a/b)\n    @since(0.1.0)\n";
    private static final String REPORT = "violations.report(drools.getRule(), $a);";

    @AfterEach
    void nothingRan() {
        assertThat(System.clearProperty(CANARY)).isNull();
        assertThat(new File("canary")).doesNotExist();
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            rule-consequence-refused  ~ System.exit(3);
            rule-consequence-refused  ~ System.setProperty("patuh.canary", "x");
            rule-consequence-refused  ~ Runtime.getRuntime().exec("touch canary");
            rule-construct-refused    ~ violations.report(drools.getRule(), new ProcessBuilder("touch", "canary").start());
            rule-consequence-refused  ~ java.nio.file.Files.writeString(java.nio.file.Path.of("canary"), "x");
            rule-consequence-refused  ~ new java.io.FileOutputStream("canary").close();
            rule-consequence-refused  ~ new java.net.Socket("localhost", 9).close();
            rule-consequence-refused  ~ new java.net.URL("http://localhost:9/").openStream();
            rule-consequence-refused  ~ Class.forName("java.lang.System").getMethod("exit", int.class).invoke(null, 3);
            rule-consequence-refused  ~ $a.getClass().getClassLoader().loadClass("x");
            rule-consequence-refused  ~ Thread.currentThread().getContextClassLoader();
            rule-consequence-refused  ~ new Thread(() -> System.setProperty("patuh.canary", "x")).start();
            rule-consequence-refused  ~ java.lang.invoke.MethodHandles.lookup();
            rule-consequence-refused  ~ javax.naming.InitialContext.doLookup("ldap:x");
            rule-consequence-refused  ~ drools.getKieRuntime().halt();
            rule-consequence-refused  ~ drools.halt();
            rule-consequence-refused  ~ kcontext.getKieRuntime();
            rule-consequence-refused  ~ insert("x");
            rule-consequence-refused  ~ update($a);
            rule-consequence-refused  ~ delete($a);
            rule-consequence-refused  ~ modify($a) { getInputs().clear() }
            rule-consequence-refused  ~ while (true) { }
            rule-consequence-refused  ~ for (;;) { }
            rule-consequence-refused  ~ do { } while (true);
            rule-consequence-refused  ~ byte[] all = new byte[2000000000];
            rule-consequence-refused  ~ throw new Error();
            rule-consequence-refused  ~ synchronized (Object.class) { Object.class.wait(); }
            rule-consequence-refused  ~ try { REPORT } finally { System.exit(3); }
            rule-consequence-refused  ~ Activity b = $a;
            rule-consequence-refused  ~ org.mvel2.MVEL.eval("1");
            rule-consequence-refused  ~ violations.report(drools.getRule(), $a); System.exit(3);
            rule-consequence-refused  ~ violations.report(drools.getRule(), $a); violations.report(drools.getRule(), $a);
            rule-unexpected           ~ violations.report(drools.getRule(), $a)
            rule-consequence-refused  ~ violations.report(null, $a);
            rule-consequence-refused  ~ violations.report(drools.getMatch(), $a);
            rule-consequence-refused  ~ violations.report(drools.getRule().getClass(), $a);
            rule-consequence-refused  ~ violations.report(drools.getRule(), $a).getClass();
            rule-consequence-refused  ~ violations.collected();
            rule-consequence-refused  ~ $a.grade("A", "Sangat Baik");
            rule-word-refused         ~ violations.report(drools.getRule(), $a).with("x", System.getenv());
            rule-word-refused         ~ violations.report(drools.getRule(), $a).with("x", java.lang.System.getenv());
            rule-word-refused         ~ violations.report(drools.getRule(), $a).with("x", $a.getClass());
            rule-word-refused         ~ violations.report(drools.getRule(), $a).with("x", $a.getInputs().clear());
            rule-word-misspelt        ~ violations.report(drools.getRule(), $a).with("x", $a.getTitle().repeat(200));
            rule-word-refused         ~ violations.report(drools.getRule(), $a).with("x", String.format("%9d", 1));
            rule-construct-refused    ~ violations.report(drools.getRule(), $a).with("x", new java.io.File("canary").mkdir());
            rule-construct-refused    ~ violations.report(drools.getRule(), $a).with("x", drools.getKieRuntime());
            rule-construct-refused    ~ violations.report(drools.getRule(), $a).with("x", kcontext);
            rule-unexpected           ~ violations.report(drools.getRule(), $a).with("x", () -> 1);
            rule-character-refused    ~ violations.report(drools.getRule(), $a).with("x", $a.getInputs()[0]);
            rule-character-refused    ~ violations.report(drools.getRule(), $a).with("x", \\u0053ystem.getenv());
            rule-text-refused         ~ violations.report(drools.getRule(), $a).with("x\\u0022, System.getenv()); //", 1);
            rule-text-refused         ~ violations.report(drools.getRule(), $a).with("x\\", System.getenv(), "", 1);
            rule-text-refused         ~ violations.report(drools.getRule(), $a).with("@{System.exit(3)}", 1);
            rule-text-unclosed        ~ violations.report(drools.getRule(), $a).with("x, 1);
            rule-comment-refused      ~ violations.report(drools.getRule(), $a) /* */;
            rule-variable-unknown     ~ violations.report(drools.getRule(), $b);
            """)
    void inAConsequence(String reason, String code) {
        assertRefused(HEAD + rule("$a : Activity(drifting)", code), reason);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            rule-word-refused         ~ $a : Activity(System.exit(3) == null)
            rule-word-refused         ~ $a : Activity(System.setProperty("patuh.canary", "x") == null)
            rule-word-refused         ~ $a : Activity(java.lang.Runtime.getRuntime().exec("touch canary") != null)
            rule-word-refused         ~ $a : Activity($x : System.getenv("HOME"))
            rule-word-misspelt        ~ $a : Activity(record.note != null)
            rule-word-refused         ~ $a : Activity(getClass() != null)
            rule-word-refused         ~ $a : Activity(this.hashCode() == 1)
            rule-construct-refused    ~ $a : Activity(class.name == "x")
            rule-construct-refused    ~ $a : Activity(eval(true))
            rule-construct-refused    ~ $a : Activity(new Object() != null)
            rule-construct-refused    ~ $a : Activity(title matches "a")
            rule-construct-refused    ~ $a : Activity(title soundslike "a")
            rule-construct-refused    ~ $a : Activity(title str[startsWith] "a")
            rule-construct-refused    ~ $a : Activity(this instanceof Activity)
            rule-construct-refused    ~ $a : Activity(title.matches("a"))
            rule-word-refused         ~ $a : Activity(title.replaceAll("a", "b") == "b")
            rule-word-misspelt        ~ $a : Activity(title.repeat(2000000000) == "b")
            rule-word-refused         ~ $a : Activity(inputs.add("b"))
            rule-word-refused         ~ $a : Activity(Activity.NO_DUE == 1)
            rule-character-refused    ~ $a : Activity(inputs[0] == "a")
            rule-character-refused    ~ $a : Activity(/inputs)
            rule-character-refused    ~ $a : /activities
            rule-quote-refused        ~ $a : Activity(title == 'a')
            rule-equals-refused       ~ $a : Activity(title = "a")
            rule-character-refused    ~ $a : Activity(round * 1000 > 3)
            rule-character-refused    ~ ?find($a;)
            rule-text-refused         ~ $a : Activity(title == "\\u0022 + System.exit(3) + \\u0022")
            rule-number-refused       ~ $a : Activity(overrun > 1e999999999B)
            rule-number-refused       ~ $a : Activity(overrun > 9999999999999999999999999999B)
            rule-number-refused       ~ $a : Activity(round > 010)
            rule-construct-refused    ~ eval(System.exit(3) == null)
            rule-construct-refused    ~ accumulate(Activity(); $n : count())
            rule-construct-refused    ~ forall(Activity(drifting))
            rule-construct-refused    ~ $a : Activity() from entry-point "x"
            rule-construct-refused    ~ $a : Activity() from java.util.List.of(System.exit(3))
            rule-construct-refused    ~ $a : Activity() over window:length(3)
            rule-type-refused         ~ $l : ArrayList() from collect(Activity())
            rule-type-refused         ~ $o : Object()
            rule-type-refused         ~ $o : java.lang.Object()
            rule-type-refused         ~ $v : Violations()
            rule-construct-refused    ~ $a : Activity() or CaseFile()
            rule-construct-refused    ~ $a : Activity() do[named]
            rule-construct-refused    ~ $a : Activity() if (drifting) do[named]
            rule-unexpected           ~ $a : Activity(
            rule-unexpected           ~ (Activity())
            rule-patterns-many        ~ $a : Activity() Activity() Activity() Activity() Activity()
            rule-condition-long       ~ $a : Activity(((((((drifting)))))))
            rule-condition-long       ~ $a : Activity(!(!(!(drifting))))
            rule-condition-long       ~ $a : Activity(title.contains(role.contains(title.contains(role.contains(title.contains(role.contains(person)))))))
            rule-condition-long       ~ $a : Activity(round + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 > 1)
            """)
    void inACondition(String reason, String code) {
        assertRefused(HEAD + rule(code, REPORT), reason);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            rule-import-refused    ~ import java.io.File;
            rule-character-refused ~ import java.lang.*;
            rule-character-refused ~ import id.patuh.engine.*;
            rule-import-refused    ~ import id.patuh.engine.RuleCache;
            rule-import-refused    ~ import static java.lang.System.exit;
            rule-import-refused    ~ import function java.lang.System.exit;
            rule-import-refused    ~ import accumulate id.patuh.engine.EscapesTest total;
            rule-global-refused    ~ global java.util.List list;
            rule-construct-refused ~ function void f() { System.exit(3); }
            rule-construct-refused ~ declare Trap x : int = System.exit(3) end
            rule-construct-refused ~ declare enum Trap A(1); end
            rule-construct-refused ~ query "all" Activity() end
            rule-construct-refused ~ unit Trap;
            rule-construct-refused ~ dialect "mvel"
            rule-construct-refused ~ attributes
            rule-unexpected        ~ package other;
            """)
    void inTheHead(String reason, String line) {
        assertRefused(HEAD.replaceFirst("(?m)^global .*$", line) + rule("$a : Activity(drifting)", REPORT), reason);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            rule-construct-refused        ~ salience 10
            rule-construct-refused        ~ salience (System.exit(3))
            rule-construct-refused        ~ enabled (System.setProperty("patuh.canary", "x") == null)
            rule-construct-refused        ~ timer (int: 0 1s)
            rule-construct-refused        ~ duration 1000
            rule-construct-refused        ~ no-loop true
            rule-construct-refused        ~ dialect "mvel"
            rule-construct-refused        ~ dialect "java"
            rule-construct-refused        ~ agenda-group "x"
            rule-construct-refused        ~ date-effective "01-Jan-2020"
            rule-construct-refused        ~ extends "other"
            rule-annotation-refused       ~ @x(System.exit(3))
            rule-annotation-refused       ~ @All
            rule-annotation-refused       ~ @java.lang.Deprecated
            rule-annotation-unreadable    ~ @id(System.setProperty("patuh.canary", "x"))
            rule-annotation-unreadable    ~ @id(a
            rule-annotation-value-refused ~ @id("a" + 1)
            rule-annotation-value-refused ~ @id(id.patuh.engine.EscapesTest.CANARY)
            rule-annotation-value-refused ~ @needs(log.end, java.lang.Integer.MAX_VALUE)
            rule-annotation-value-refused ~ @id({ 1 })
            rule-annotation-value-refused ~ @id(a//b)
            rule-annotation-value-refused ~ @needs(a,,b)
            """)
    void onARule(String reason, String line) {
        assertRefused(
                HEAD + rule("$a : Activity(drifting)", REPORT).replace(METADATA, "    " + line + "\n" + METADATA),
                reason);
    }

    @Test
    void inWhatLooksLikeAComment() {
        String hidden = rule("$a : Activity(drifting)", "System.setProperty(\"patuh.canary\", \"x\");");
        String good = rule("$a : Activity(drifting)", REPORT);

        assertRefused(HEAD + "/*\n" + hidden + "*/\n" + good, "rule-comment-refused");
        assertRefused(HEAD + "// \\u000a global java.util.List x;\n" + good, "rule-character-refused");
        assertRefused(HEAD + "// \r global java.util.List x;\n" + good, "rule-character-refused");
        assertRefused(HEAD + "// \u2028 global java.util.List x;\n" + good, "rule-character-refused");
        assertRefused(HEAD + "# global java.util.List x;\n" + good, "rule-character-refused");
        assertRefused(HEAD.replace("rules.test", "id.patuh.engine") + good, "rule-package-refused");
        assertRefused(HEAD.replace("rules.test", "java.lang") + good, "rule-package-refused");
    }

    @Test
    void inPartsWithoutEnd() {
        String good = rule("$a : Activity(drifting)", REPORT);

        assertRefused(HEAD.replace("rules.test", "rules" + ".a".repeat(50_000)) + good, "rule-package-refused");
        assertRefused(HEAD + good.replace("a/b", "a" + ",a".repeat(50_000) + ",'"), "rule-annotation-value-refused");
        assertThat(refused(HEAD + "rule\n".repeat(30_000))).hasSizeGreaterThan(10_000);
    }

    /** Of 500,000 matches each keeps what it is given. */
    @Test
    void inReportsThatKeepTooMuch() {
        String most = ".with(\"a\", 1)".repeat(16);
        String report = REPORT.replace(";", most + ";");

        assertRefused(
                HEAD + rule("$a : Activity(drifting)", report.replace(";", ".with(\"b\", 1);")), "rule-condition-long");
        assertThat(CompiledRules.compile(
                                List.of(new RuleSource(
                                        "drl/escape.drl", HEAD + rule("$a : Activity(drifting)", report))),
                                RuleVocabulary.get())
                        .catalog())
                .hasSize(1);
    }

    /** What is found by line afterwards stands in lines. */
    @Test
    void whereNoLineBegins() {
        String good = rule("$a : Activity(drifting)", REPORT);

        assertRefused(HEAD + good.replace("rule \"", "rule\n\""), "rule-line-refused");
        assertRefused(HEAD + good.replace("rule \"", "rule // x\n\""), "rule-line-refused");
        assertRefused(HEAD + good.replace("rule \"", "rule\""), "rule-line-refused");
        assertRefused(HEAD + good.strip() + " " + good.replace("Canary", "Other"), "rule-line-refused");
        assertRefused(HEAD.replace("package ", "package\n") + good, "rule-line-refused");
        assertRefused(HEAD.replace("rules.test", "rules . test") + good, "rule-line-refused");
        assertRefused(HEAD.replaceFirst("(?m)^global .*$", "") + good, "rule-global-refused");
    }

    @Test
    void whereTheCompilerItselfGivesUp() {
        assertThat(refused(HEAD
                        + rule("$a : Activity(drifting)", REPORT)
                        + rule("$a : Activity(round == \"x\")", REPORT).replace("Canary", "Other")))
                .extracting(RuleProblem::reason, RuleProblem::line)
                .containsExactly(tuple("rule-number-wanted", 28));
    }

    @Test
    void everyRuleIsNamedAtItsPlaceInWords() {
        String drl = HEAD
                + rule("$a : Activity(drifting)", "System.exit(3);")
                + rule("eval(true)", REPORT).replace("Canary", "Other");

        List<RuleProblem> problems = refused(drl);

        assertThat(problems)
                .extracting(RuleProblem::place)
                .containsExactly("drl/escape.drl:19:5:", "drl/escape.drl:28:5:");
        assertThat(problems).extracting(p -> Reasons.of(p, Language.EN)).allMatch(text -> text.length() > 60);
    }

    /** The second gate on its own: what a compiler makes of rules that the first one had let through. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            java/lang/System.setProperty    ~ System.setProperty("patuh.canary", "x");
            java/lang/Runtime               ~ Runtime.getRuntime().exec("touch canary");
            java/lang/ProcessBuilder        ~ new ProcessBuilder("touch", "canary").start();
            java/nio/file/Path              ~ java.nio.file.Files.writeString(java.nio.file.Path.of("canary"), "x");
            java/io/File                    ~ new java.io.File("canary").mkdir();
            java/net/Socket                 ~ new java.net.Socket("localhost", 9);
            java/lang/Class.forName         ~ Class.forName("x");
            getClass                        ~ $a.getClass();
            invokedynamic                   ~ Runnable run = () -> System.setProperty("patuh.canary", "x");
            java/lang/Thread                ~ Thread.currentThread();
            loop                            ~ while (true) { $a.getTitle(); }
            loop                            ~ for (int i = 0; i < 3; i++) { $a.getTitle(); }
            new[]                           ~ byte[] all = new byte[2000000000];
            new java/lang/String[]          ~ Object all = new String[$a.getRound()];
            [[                              ~ Object all = new int[9][9];
            throw                           ~ if ($a.getRound() > 0) { throw new RuntimeException(); }
            catch                           ~ try { $a.getTitle(); } catch (RuntimeException e) { $a.getRound(); }
            catch                           ~ synchronized ($a) { $a.getTitle(); }
            java/lang/String.repeat         ~ $a.getTitle().repeat(3);
            java/lang/String.format         ~ String.format("%9d", $a.getRound());
            java/lang/String.matches        ~ $a.getTitle().matches("(a+)+b");
            java/util/List.clear            ~ $a.getInputs().clear();
            addFactsTo                      ~ ((CaseFile) (Object) $a).addFactsTo(null);
            getKieRuntime                   ~ drools.getKieRuntime();
            java/lang/System.out            ~ System.out.println();
            java/lang/invoke/MethodHandles  ~ java.lang.invoke.MethodHandles.lookup();
            id/patuh/sop/ConstraintKind     ~ id.patuh.sop.ConstraintKind.of("x");
            """)
    void inByteCode(String code, String consequence) {
        RuleClasses classes = compiled(HEAD + rule("$a : Activity(drifting)", consequence));

        assertThat(guard().refusedClasses(classes.classes(), (pack, name) -> RuleProblem.at(name, 7, "", Map.of())))
                .isNotEmpty()
                .allMatch(problem -> problem.reason().equals("rule-code-refused"))
                .allMatch(problem -> problem.file().equals("Canary") && problem.line() == 7)
                .anyMatch(problem -> problem.details().get("code").contains(code));
    }

    /** The third gate on its own: what is overlooked finds nothing to run. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            java.lang.Runtime        ~ Runtime.getRuntime().exec("touch canary");
            java.lang.ProcessBuilder ~ new ProcessBuilder("touch", "canary").start();
            java.lang.Thread         ~ Thread.currentThread();
            java.io.File             ~ new java.io.File("canary").mkdir();
            id.patuh.engine.RuleCache ~ id.patuh.engine.RuleCache.none();
            """)
    void whatIsNotListedDoesNotExistForRules(String type, String consequence) throws Exception {
        RuleClasses classes =
                compiled(HEAD + rule("$a : Activity(drifting)", consequence)).seeing(guard().visible());
        ClassLoader loader = classes.load().get(0).getClass().getClassLoader();

        assertThatThrownBy(() -> loader.loadClass(type)).isInstanceOf(ClassNotFoundException.class);
        assertThat(loader.loadClass("id.patuh.sop.Activity")).isEqualTo(id.patuh.sop.Activity.class);
    }

    @Test
    void whatRulesMaySeeIsListed() {
        Set<String> visible = guard().visible();

        assertThat(visible)
                .contains("id.patuh.sop.Activity", "id.patuh.engine.Violations", "java.lang.String")
                .noneMatch(name -> name.matches(
                        "java\\.(io|net|nio|lang\\.reflect|lang\\.invoke|util\\.concurrent|util\\.function)\\..*"))
                .doesNotContain(
                        "java.lang.Runtime", "java.lang.Thread", "java.lang.ClassLoader", "java.lang.ProcessBuilder");
    }

    private static RuleGuard guard() {
        return new RuleGuard(RuleVocabulary.get());
    }

    private static RuleClasses compiled(String drl) {
        return new RuleCompiler(List.of(new RuleSource("drl/escape.drl", drl))).compile();
    }

    private static void assertRefused(String drl, String reason) {
        assertThat(refused(drl))
                .extracting(RuleProblem::reason)
                .as(() -> refused(drl).toString())
                .contains(reason);
        assertThat(refused(drl)).allMatch(problem -> problem.line() > 0 && problem.column() > 0);
    }

    private static List<RuleProblem> refused(String drl) {
        RuleCompilationException e = catchThrowableOfType(
                RuleCompilationException.class,
                () -> CompiledRules.compile(List.of(new RuleSource("drl/escape.drl", drl)), RuleVocabulary.get()));
        assertThat(e).as("refused").isNotNull();
        return e.problems();
    }

    private static String rule(String condition, String consequence) {
        return "rule \"Canary\"\n" + METADATA + "when\n    " + condition + "\nthen\n    " + consequence + "\nend\n\n";
    }
}
