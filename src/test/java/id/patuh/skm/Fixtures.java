package id.patuh.skm;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleSource;
import id.patuh.law.Parameter;
import id.patuh.law.Parameters;
import id.patuh.ruleset.RuleVocabulary;
import id.patuh.spool.Spool;
import id.patuh.violation.SourceRow;
import id.patuh.violation.SourceTable;
import id.patuh.violation.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The law that the tests run by, and the compiled rules of the topic. */
final class Fixtures {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    static final Regulation LAW_2017 = regulation(
            "permenpanrb-14-2017",
            "2017-05-12",
            null,
            "0.11 0.111 0.1111",
            "Persyaratan",
            "Sistem, Mekanisme, dan Prosedur",
            "Waktu Penyelesaian",
            "Biaya/Tarif",
            "Produk Spesifikasi Jenis Pelayanan",
            "Kompetensi Pelaksana",
            "Perilaku Pelaksana",
            "Penanganan Pengaduan, Saran dan Masukan",
            "Sarana dan Prasarana");

    static final Regulation LAW_2014 = regulation(
            "permenpanrb-16-2014",
            "2014-05-02",
            "2017-05-12",
            "0.11 0.111 0.1111",
            "Persyaratan",
            "Prosedur",
            "Waktu Pelayanan",
            "Biaya/Tarif",
            "Produk Spesifikasi Jenis Pelayanan",
            "Kompetensi Pelaksana",
            "Perilaku Pelaksana",
            "Maklumat Pelayanan",
            "Penanganan Pengaduan, Saran dan Masukan");

    static final Regulation LAW_2004 = regulation(
            "kepmenpan-25-2004",
            "2004-02-24",
            "2014-05-02",
            "0.07 0.071 0.0714",
            "Prosedur Pelayanan",
            "Persyaratan Pelayanan",
            "Kejelasan Petugas",
            "Kedisiplinan Petugas",
            "Tanggung Jawab Petugas",
            "Kemampuan Petugas",
            "Kecepatan Pelayanan",
            "Keadilan",
            "Kesopanan dan Keramahan",
            "Kewajaran Biaya",
            "Kepastian Biaya",
            "Kepastian Jadwal",
            "Kenyamanan Lingkungan",
            "Keamanan Pelayanan");

    static final Regulations REGULATIONS = new Regulations(List.of(LAW_2004, LAW_2014, LAW_2017));

    static final Parameters PARAMETERS = parameters("mean");

    static final SopDuties DUTIES = (cited, day) -> cited.equals("B276")
            ? Optional.of(new SopDuty(
                    "B276", 30, List.of("PPK", "PP", "Pokja", "Penyedia", "Auditor"), "SOP B276, langkah 2"))
            : Optional.empty();

    private static CompiledRules rules;

    private Fixtures() {}

    static synchronized CompiledRules rules() {
        if (rules == null) {
            rules = CompiledRules.compile(
                    Stream.concat(sources("rules/drl/skm", ".drl"), sources("rules/tables", ".drl.csv"))
                            .toList(),
                    RuleVocabulary.get());
        }
        return rules;
    }

    static SkmBinder binder(LocalDate asOf, Region... regions) {
        return new SkmBinder(REGULATIONS, PARAMETERS, List.of(regions), DUTIES, asOf);
    }

    /** Binds and grades. */
    static SkmFacts facts(SkmBinder binder, List<ResponseRecord> responses, List<PublishedResult> published) {
        SkmFacts facts = bind(binder, responses, published);
        rules().derive(facts.gradeQueries());
        return facts;
    }

    /** Binds facts that are not graded. */
    static SkmFacts bind(SkmBinder binder, List<ResponseRecord> responses, List<PublishedResult> published) {
        try (SurveyResponses counted = counted(responses, published, Spool.USUAL_MOST)) {
            return binder.bind(counted, published);
        }
    }

    /** Counts responses, as often as needed. */
    static SurveyResponses counted(List<ResponseRecord> responses, List<PublishedResult> published, int mostInMemory) {
        ResponseLessons lessons = new ResponseLessons();
        while (true) {
            SurveyResponses counted = new SurveyResponses(REGULATIONS, lessons, mostInMemory);
            responses.forEach(counted::add);
            if (!counted.mustBeReadAgain(published)) {
                return counted;
            }
            counted.close();
        }
    }

    static List<Violation> violations(SkmFacts facts) {
        return rules().check(facts.facts());
    }

    /** The elements that violations of a rule are about; the survey where there is none. */
    static List<String> subjects(SkmFacts facts, String rule) {
        return violations(facts).stream()
                .filter(v -> v.rule().equals(rule))
                .map(v -> v.subject().element() == null
                        ? v.subject().survey()
                        : v.subject().element())
                .sorted()
                .toList();
    }

    static Parameters parameters(String aggregation) {
        return new Parameters(List.of(
                parameter("skm/minimum-respondents", new BigDecimal("30")),
                parameter("skm/interval", "12 bulan"),
                parameter("skm/aggregation", aggregation),
                parameter("skm/priority-count", new BigDecimal("3")),
                parameter("skm/krejcie-morgan-chi-square", new BigDecimal("3.841")),
                parameter("skm/krejcie-morgan-proportion", new BigDecimal("0.5")),
                parameter("skm/krejcie-morgan-precision", new BigDecimal("0.05"))));
    }

    static SourceRow row(int number) {
        return new SourceRow(new SourceTable("test.csv", null), number, new String[0]);
    }

    static SurveyHeader header(Regulation regulation) {
        return new SurveyHeader(
                "S",
                "U",
                null,
                null,
                regulation.id(),
                new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)),
                null,
                null,
                regulation.unsur().stream()
                        .map(u -> new UnsurLabel(u.code(), null))
                        .toList());
    }

    /** A respondent's answers in official order; null is no answer. */
    static ResponseRecord response(SurveyHeader header, int number, BigDecimal... scores) {
        Answers[] answers = new Answers[header.unsurKeys().size()];
        Arrays.setAll(
                answers,
                i -> i < scores.length && scores[i] != null ? new Answers(List.of(scores[i]), false) : Answers.NONE);
        return new ResponseRecord(header, "R" + number, null, answers, row(number + 1));
    }

    /** Answers to the questions of the first unsur alone. */
    static Answers[] first(SurveyHeader header, BigDecimal... given) {
        Answers[] answers = new Answers[header.unsurKeys().size()];
        Arrays.fill(answers, Answers.NONE);
        answers[0] = new Answers(List.of(given), false);
        return answers;
    }

    /** A published table of the 2017 regulation; means and grades in official order, separated by spaces. */
    static PublishedResult published(String ikm, String grade, List<String> priorities, String means, String grades) {
        String[] mean = means.isEmpty() ? new String[0] : means.split(" ");
        String[] letter = grades.isEmpty() ? new String[0] : grades.split(" ");
        List<PublishedResult.Element> elements = new ArrayList<>();
        for (int i = 0; i < mean.length; i++) {
            elements.add(new PublishedResult.Element(
                    new UnsurLabel(null, LAW_2017.unsur().get(i).name()),
                    new BigDecimal(mean[i]),
                    null,
                    letter.length == 0 ? null : letter[i],
                    row(i + 2)));
        }
        return new PublishedResult(
                header(LAW_2017),
                null,
                ikm == null ? null : new BigDecimal(ikm),
                grade,
                priorities,
                elements,
                false,
                row(1));
    }

    private static Parameter parameter(String key, Object value) {
        return new Parameter(
                key,
                Map.of("id", key),
                null,
                List.of(new Parameter.Value(LocalDate.of(2000, 1, 1), null, value, "test/test", true, null)));
    }

    private static Regulation regulation(String id, String inForce, String repealed, String weights, String... unsur) {
        return new Regulation(
                id,
                id,
                LocalDate.parse(inForce),
                repealed == null ? null : LocalDate.parse(repealed),
                BigDecimal.ONE,
                new BigDecimal("4"),
                Arrays.stream(weights.split(" ")).map(BigDecimal::new).toList(),
                IntStream.range(0, unsur.length)
                        .mapToObj(i -> new Unsur("U" + (i + 1), unsur[i], List.of()))
                        .toList());
    }

    private static Stream<RuleSource> sources(String folder, String ending) {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<RuleSource> sources = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(ending)).sorted().toList()) {
                sources.add(new RuleSource(file.toString(), Files.readString(file)));
            }
            return sources.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
