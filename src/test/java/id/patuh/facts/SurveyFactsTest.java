package id.patuh.facts;

import static id.patuh.ruleset.OurRules.RULES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patuh.check.CheckRequest;
import id.patuh.check.CheckResult;
import id.patuh.check.ComplianceCheck;
import id.patuh.check.Finding;
import id.patuh.check.Grade;
import id.patuh.check.NotEvaluated;
import id.patuh.check.SurveyVerdict;
import id.patuh.intake.FoundInput;
import id.patuh.scope.Hold;
import id.patuh.scope.Holds;
import id.patuh.skm.FollowUpRecord;
import id.patuh.store.Store;
import id.patuh.store.TestDatabase;
import id.patuh.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyFactsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Instant AS_OF = Instant.parse("2026-11-21T17:00:00Z");
    private static final String RULE_SET = RULES.sha256();
    private static final int SEEDS = 6;

    @TempDir
    private Path folder;

    private int files;

    /** What one file says of one survey or report; it is read in the form that files have. */
    private record Said(String kind, String survey, String content) {}

    /** A database with its facts. */
    private record Base(String url, Store store, Facts facts, Holds holds) implements AutoCloseable {

        static Base of(TestDatabase database) {
            String url = database.newUrl();
            Store store = Store.open(url);
            return new Base(url, store, new Facts(store), new Holds(store));
        }

        Hold hold() {
            return holds.of("UKPBJ");
        }

        Taking take(Path file) {
            return take(hold(), file);
        }

        void takeAndMark(Path file) {
            take(file);
            mark(1, judge());
        }

        /** Removes what came up to now and covers days before one. */
        long erase(String day) {
            Instant later = AS_OF.plusSeconds(1);
            return erase(later, LocalDate.parse(day), later);
        }

        long erase(Instant before, LocalDate day, Instant at) {
            return facts.surveys().erase(hold(), before, day, at, failure -> {
                throw failure;
            });
        }

        long keptFiles() {
            return store.read(transaction ->
                    transaction.list("SELECT sha256 FROM fact_content", row -> row.getString("sha256")).stream()
                            .distinct()
                            .count());
        }

        Taking take(Hold hold, Path file) {
            Taking taking = facts.take(
                    hold,
                    FoundInput.file(file.getFileName().toString(), file),
                    new HowRead(ZONE),
                    RULES,
                    AS_OF,
                    (path, rows) -> {},
                    taken -> Transaction.Step.NONE);
            taking.read().rejected().close();
            return taking;
        }

        JudgedSurveys judge() {
            return facts.surveys().judge(hold(), RULES, AS_OF, ZONE, (path, rows) -> {});
        }

        void mark(long run, JudgedSurveys judged) {
            store.write(transaction -> {
                facts.surveys().judged(hold(), run, RULE_SET, judged).in(transaction);
                return null;
            });
        }

        boolean isDue() {
            return facts.surveys().isDue(hold(), AS_OF, RULE_SET);
        }

        void execute(String sql) throws SQLException {
            try (Connection intruder = TestDatabase.intruder(url);
                    Statement statement = intruder.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** The oracle: a whole check over files from which all that came again later was struck out by hand. */
    @ParameterizedTest
    @EnumSource
    void whatCameLastOfEachSurveyAndReportIsJudgedTogether(TestDatabase database) throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            try (Base base = Base.of(database)) {
                List<List<Said>> taken = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                    List<Said> file = someSaid(random);
                    base.take(write("f" + seed + "-" + i + ".json", file));
                    taken.add(file);
                    assertSame(base.judge().verdict(), whatCounts(taken), "seed " + seed + " file " + i);
                }
            }
        }
    }

    private void assertSame(SurveyVerdict verdict, List<List<Said>> counting, String what) throws IOException {
        List<String> paths = new ArrayList<>();
        for (List<Said> file : counting) {
            paths.add(write("whole" + files++ + ".json", file).toString());
        }
        CheckRequest request = new CheckRequest(paths, AS_OF, ZONE, null, null);
        try (CheckResult whole =
                new ComplianceCheck(RULES).run(request, InputStream.nullInputStream(), (path, rows) -> {})) {
            assertThat(shown(verdict, SurveyVerdict.Part::findings, SurveyFactsTest::shown))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(whole.findings().stream()
                            .map(SurveyFactsTest::shown)
                            .toList());
            assertThat(shown(verdict, SurveyVerdict.Part::notEvaluated, SurveyFactsTest::shown))
                    .as(what)
                    .containsExactlyInAnyOrderElementsOf(whole.notEvaluated().stream()
                            .filter(n -> !n.missing().need().equals("rule-switched-off"))
                            .map(SurveyFactsTest::shown)
                            .toList());
            assertThat(verdict.grades()).as(what).isEqualTo(whole.grades());
        }
    }

    private static <T> List<String> shown(
            SurveyVerdict verdict, Function<SurveyVerdict.Part, List<T>> items, Function<T, String> shown) {
        return Stream.of(verdict.surveys(), verdict.followUps())
                .flatMap(part -> items.apply(part).stream())
                .map(shown)
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.fingerprint() + " " + finding.violation().severity() + " "
                + finding.violation().actual();
    }

    private static String shown(NotEvaluated each) {
        return each.rule() + " " + each.missing().need() + " " + each.missing().subject() + " "
                + each.missing().count();
    }

    /** Without files of which nothing is left. */
    private static List<List<Said>> whatCounts(List<List<Said>> taken) {
        List<List<Said>> counting = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            List<Said> later = taken.subList(i + 1, taken.size()).stream()
                    .flatMap(List::stream)
                    .toList();
            List<Said> left = taken.get(i).stream()
                    .filter(said -> later.stream().noneMatch(l -> replaces(l, said)))
                    .toList();
            if (!left.isEmpty()) {
                counting.add(left);
            }
        }
        return counting;
    }

    private static boolean replaces(Said later, Said said) {
        boolean planLeft = said.content.contains("\"plan\": [{") && !later.content.contains("\"plan\": [{");
        boolean sameKind = later.kind.equals(said.kind) || said.kind.equals("frame") && later.kind.equals("responses");
        return later.survey.equalsIgnoreCase(said.survey) && sameKind && !planLeft;
    }

    private static List<Said> someSaid(Random random) {
        List<Said> said = new ArrayList<>();
        for (String survey : List.of("S-1", "S-2", "S-3")) {
            String name = random.nextInt(4) == 0 ? survey.toLowerCase() : survey;
            int kind = random.nextInt(6);
            if (kind == 0) {
                said.add(new Said("frame", name, ""));
            } else if (kind < 3) {
                said.add(new Said("responses", name, ", \"responses\": [" + responses(random) + "]"));
            } else if (kind == 3) {
                said.add(new Said("result", name, ", \"published\": " + result(random)));
            }
            if (random.nextInt(3) == 0) {
                said.add(new Said("report", name, report(random)));
            }
        }
        return said.isEmpty() ? List.of(new Said("frame", "S-1", "")) : said;
    }

    private static String responses(Random random) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1 + random.nextInt(30); i > 0; i--) {
            rows.append(rows.isEmpty() ? "" : ",")
                    .append("{\"respondent\": ")
                    .append(i)
                    .append(", \"scores\": {");
            for (int u = 1; u <= 9; u++) {
                rows.append(u == 1 ? "" : ",")
                        .append("\"U")
                        .append(u)
                        .append("\": ")
                        .append(2 + random.nextInt(3));
            }
            rows.append("}}");
        }
        return rows.toString();
    }

    private static String result(Random random) {
        return "{\"ikm\": " + (70 + random.nextInt(29)) + ".25, \"grade\": \"" + "ABC".charAt(random.nextInt(3))
                + "\", \"elements\": []}";
    }

    private static String report(Random random) {
        String plan = random.nextBoolean()
                ? "{\"id\": \"1\", \"element\": \"Biaya/Tarif\", \"activity\": \"Papan tarif\", \"quarters\": [\"TW "
                        + (random.nextBoolean() ? "III" : "IV") + "\"], \"owner\": \"A\"}"
                : "";
        String done = random.nextBoolean()
                ? "{\"plan\": \"1\", \"activity\": \"Papan tarif\", \"done\": " + random.nextBoolean()
                        + ", \"evidence\": []}"
                : "";
        return ", \"plan\": [" + plan + "], \"realisations\": [" + done + "], \"open\": []";
    }

    private Path write(String name, List<Said> said) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                "{\"surveys\": [" + objects(said, s -> !s.kind.equals("report"), "id") + "],\n\"followUps\": ["
                        + objects(said, s -> s.kind.equals("report"), "survey") + "]}");
    }

    private static String objects(List<Said> said, Predicate<Said> which, String id) {
        return said.stream()
                .filter(which)
                .map(s -> "{\"" + id + "\": \"" + s.survey + "\", \"unit\": \"UKPBJ\", "
                        + "\"period\": {\"start\": \"2026-01-01\", \"end\": \"2026-06-30\"}" + s.content + "}")
                .collect(Collectors.joining(",\n"));
    }

    @ParameterizedTest
    @EnumSource
    void aFileMayHoldActivitiesBesideSurveys(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            Path file = write(
                    "all.json",
                    List.of(new Said("responses", "S-1", ", \"responses\": [" + responses(new Random(1)) + "]")));
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replaceFirst(
                                    "\\{",
                                    "{\"activities\": [{\"case\": \"K-1\", \"sop\": \"B276\", \"step\": \"1\", "
                                            + "\"start\": \"2026-03-02T08:00:00+07:00\"}],"));

            Taking taking = base.take(file);

            assertThat(taking.outcome()).isEqualTo(Taking.Outcome.TAKEN);
            assertThat(taking.added()).isEqualTo(1);
            assertThat(taking.surveys())
                    .singleElement()
                    .extracting(SurveyPart::survey)
                    .isEqualTo("S-1");
            assertThat(base.facts.due(base.hold(), Shard.ALL)).hasSize(1);
            assertThat(base.judge().verdict().grades())
                    .extracting(Grade::survey)
                    .containsExactly("S-1");
            assertThat(base.take(file).outcome()).isEqualTo(Taking.Outcome.KNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource
    void surveysAreJudgedWhenTheyChangedOrTimeChangesThem(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            assertThat(base.isDue()).isFalse();
            base.take(write("one.json", List.of(new Said("frame", "S-1", ""))));
            JudgedSurveys first = base.judge();
            base.take(write("two.json", List.of(new Said("frame", "S-2", ""))));
            base.mark(1, first);
            assertThat(base.isDue()).isTrue();

            JudgedSurveys second = base.judge();
            base.mark(2, second);
            assertThat(base.isDue()).isFalse();
            Instant next = second.verdict().nextChange();
            assertThat(base.facts.surveys().isDue(base.hold(), next.minusSeconds(1), RULE_SET))
                    .isFalse();
            assertThat(base.facts.surveys().isDue(base.hold(), next, RULE_SET)).isTrue();
            assertThat(base.facts.surveys().isDue(base.hold(), AS_OF, "others")).isTrue();

            base.store.write(transaction -> {
                base.facts.dueAgain(base.hold(), 1).in(transaction);
                return null;
            });
            assertThat(base.isDue()).isFalse();
            base.store.write(transaction -> {
                base.facts.dueAgain(base.hold(), 2).in(transaction);
                return null;
            });
            assertThat(base.isDue()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherReportsMakeThoseCasesDueThatAskForPlans(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            Path log = Files.writeString(
                    folder.resolve("log.csv"),
                    "case,sop,step,start\nK-1,B276,1,2026-03-02 08:00\nK-2,B276,1,2026-03-02 08:00\n");
            base.take(log);
            base.store.write(transaction -> {
                base.facts
                        .evaluated(
                                base.hold(),
                                1,
                                RULE_SET,
                                List.of(
                                        new Evaluated("K-1", 1, null, true, List.of()),
                                        new Evaluated("K-2", 1, null, false, List.of())))
                        .in(transaction);
                return null;
            });
            base.take(write("survey.json", List.of(new Said("frame", "S-1", ""))));
            assertThat(base.facts.due(base.hold(), Shard.ALL)).isEmpty();

            base.take(write("report.json", List.of(new Said("report", "S-1", report(new Random(1))))));

            assertThat(base.facts.due(base.hold(), Shard.ALL))
                    .extracting(StoredCase::caseId)
                    .containsExactly("K-1");
            assertThat(base.facts.surveys().reports(base.hold().scopeId(), RULES, ZONE, (path, rows) -> {}))
                    .singleElement()
                    .extracting(FollowUpRecord::plan)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1);
        }
    }

    /** Rows that do not tell their survey are of those of their own file, whatever another one is called. */
    @ParameterizedTest
    @EnumSource
    void filesOfOneNameStayApart(TestDatabase database) throws IOException {
        String header = "survey,unit,respondent,period_start,period_end,U1,U2,U3,U4,U5,U6,U7,U8,U9\n";
        try (Base base = Base.of(database)) {
            for (String survey : List.of("S-1", "S-2")) {
                String row = survey + ",UKPBJ,1,2026-01-01,2026-06-30,3,3,3,3,3,3,3,3,3\n";
                String broken = survey.equals("S-1") ? "\"S-1,UKPBJ,2\n" : "";
                base.take(Files.writeString(folder.resolve("survey.csv"), header + row + broken));
            }

            assertThat(lacking(base.judge().verdict(), "survey.all-answers", "survey.all-respondents"))
                    .containsExactly("S-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoLongerReadAsItWasIsNotEvaluated(TestDatabase database) throws IOException, SQLException {
        try (Base base = Base.of(database)) {
            base.take(write("one.json", List.of(new Said("frame", "S-1", ""))));
            base.execute("UPDATE fact_survey_part SET part = '" + "0".repeat(64) + "'");
            SurveyVerdict verdict = base.judge().verdict();
            assertThat(Stream.of(verdict.surveys(), verdict.followUps())
                            .flatMap(part -> part.notEvaluated().stream())
                            .filter(n -> n.missing().need().equals("survey.file-unread"))
                            .map(NotEvaluated::rule))
                    .contains("survey-overdue", "rtl-not-realised");

            base.execute("DELETE FROM fact_content");
            assertThat(catchThrowableOfType(FactsException.class, base::judge).reason())
                    .isEqualTo("input-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsJudgedForGoodIsRemovedAndNotEvaluated(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            base.takeAndMark(dated("2022.json", "S-22", "2022-01-01", "2022-06-30"));
            base.takeAndMark(dated("2023.json", "S-23", "2023-01-01", "2023-12-31"));
            base.takeAndMark(dated("2024.json", "S-24", "2024-01-01", "2024-12-31"));

            assertThat(base.erase("2022-12-31"))
                    .as("its year goes as a whole, or not at all")
                    .isZero();
            assertThat(base.erase(AS_OF, LocalDate.parse("2024-01-01"), AS_OF))
                    .as("no file came before")
                    .isZero();
            assertThat(base.erase("2023-01-01")).isEqualTo(1);
            assertThat(base.erase("2026-01-01"))
                    .as("all but the latest survey of the unit")
                    .isEqualTo(1);
            assertThat(base.erase("2026-01-01")).isZero();

            SurveyVerdict verdict = base.judge().verdict();
            assertThat(lacking(verdict, "survey.file-purged")).containsExactly("S-22", "S-23");
            assertThat(verdict.surveys().findings())
                    .extracting(each -> each.violation().rule())
                    .contains("survey-overdue");
            assertThat(base.keptFiles()).isEqualTo(1);
            base.take(folder.resolve("2022.json"));
            assertThat(base.keptFiles()).as("removed for good").isEqualTo(1);
        }
    }

    /** A later report, or time alone, may say something else of what is not done. */
    @ParameterizedTest
    @EnumSource
    void whatMayStillChangeIsKept(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            base.takeAndMark(dated("2022.json", "S-22", "2022-01-01", "2022-06-30"));
            base.takeAndMark(dated("2023.json", "S-23", "2023-01-01", "2023-06-30"));
            base.takeAndMark(dated("2024.json", "S-24", "2024-01-01", "2024-06-30"));
            base.takeAndMark(dated("both.json", "S-24 b", "2023-01-01", "2023-12-31"));
            String plan = "{\"survey\": \"S-23\", \"unit\": \"UKPBJ\", \"signedOn\": \"2024-02-01\", "
                    + "\"plan\": [{\"id\": \"1\", \"activity\": \"Pelatihan\", \"quarters\": [\"TW I 2024\"]}]";
            base.takeAndMark(json("plan.json", "followUps", plan + "}"));
            assertThat(base.erase("2026-01-01"))
                    .as("only what came before the survey that it follows")
                    .isEqualTo(1);

            String done = ", \"realisations\": [{\"plan\": \"1\", \"activity\": \"Pelatihan\", \"done\": true}]}";
            base.takeAndMark(json("done.json", "followUps", plan + done));
            assertThat(base.erase("2026-01-01"))
                    .as("two surveys, and the plan that was replaced")
                    .isEqualTo(3);
            base.takeAndMark(json("undated.json", "surveys", "{\"id\": \"S-0\", \"unit\": \"Lain\"}"));
            base.takeAndMark(dated("2025.json", "S-25", "2025-01-01", "2025-06-30"));
            assertThat(base.erase("2026-01-01"))
                    .as("nobody knows what else is of its year")
                    .isZero();
        }
    }

    /** The same bytes in two scopes are kept once, until neither needs them. */
    @ParameterizedTest
    @EnumSource
    void bytesThatAnotherScopeNeedsAreKept(TestDatabase database) throws IOException {
        try (Base base = Base.of(database)) {
            Path older = dated("2022.json", "S-22", "2022-01-01", "2022-06-30");
            base.takeAndMark(older);
            base.takeAndMark(dated("2024.json", "S-24", "2024-01-01", "2024-12-31"));
            Hold other = base.holds.of("Dinas Lain");
            base.take(other, older);
            assertThat(base.erase("2026-01-01")).isEqualTo(1);
            assertThat(base.keptFiles()).isEqualTo(2);
            assertThat(base.facts
                            .surveys()
                            .judge(other, RULES, AS_OF, ZONE, (path, rows) -> {})
                            .verdict()
                            .grades())
                    .hasSize(1);
        }
    }

    private Path dated(String file, String survey, String start, String end) throws IOException {
        return json(
                file,
                "surveys",
                "{\"id\": \"" + survey + "\", \"unit\": \"UKPBJ\", \"period\": {\"start\": \"" + start
                        + "\", \"end\": \"" + end + "\"}, \"respondents\": 40}");
    }

    private Path json(String file, String list, String item) throws IOException {
        return Files.writeString(folder.resolve(file), "{\"" + list + "\": [" + item + "]}");
    }

    private static Collection<String> lacking(SurveyVerdict verdict, String... needs) {
        return verdict.surveys().notEvaluated().stream()
                .filter(n -> List.of(needs).contains(n.missing().need()))
                .map(n -> n.missing().subject().survey())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
