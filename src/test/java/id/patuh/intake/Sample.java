package id.patuh.intake;

import id.patuh.law.Clock;
import id.patuh.mapping.Mapping;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.skm.Regulation;
import id.patuh.skm.Regulations;
import id.patuh.skm.Unsur;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.sop.Step;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A small rule set, and short ways to have texts read under it. */
final class Sample {

    static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    static final Sops SOPS = new Sops(List.of(sop()));
    static final Regulations REGULATIONS = new Regulations(List.of(
            regulation(
                    "permenpanrb-14-2017",
                    "2017-05-09",
                    List.of("Persyaratan", "Sistem, Mekanisme dan Prosedur", "Waktu Penyelesaian", "Biaya/Tarif")),
            regulation("kepmenpan-25-2004", "2004-02-24", List.of("Prosedur pelayanan", "Persyaratan pelayanan"))));

    private final List<String> paths = new ArrayList<>();
    private final Path folder;
    private String defaultSop;
    private InputFile.Kind kind;
    private Mapping mapping;
    private List<Mapping> own = List.of();
    private List<Mapping> known = List.of();

    private Sample(Path folder) {
        this.folder = folder;
    }

    static Sample in(Path folder) {
        return new Sample(folder);
    }

    /** Reads one text stored under a name. */
    static ReadAll read(Path folder, String name, String text) {
        return in(folder).file(name, text).read();
    }

    Sample sop(String id) {
        defaultSop = id;
        return this;
    }

    Sample kind(InputFile.Kind forced) {
        kind = forced;
        return this;
    }

    Sample mapping(String yaml) {
        mapping = RuleSetReader.readMapping("m.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Sample known(String yaml) {
        known = List.of(RuleSetReader.readMapping("m.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Sample own(String... yaml) {
        own = Stream.of(yaml)
                .map(each -> RuleSetReader.readMapping("own.yaml", each.getBytes(StandardCharsets.UTF_8)))
                .toList();
        return this;
    }

    Sample file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Sample file(String name, byte[] bytes) {
        paths.add(store(folder.resolve(name), bytes).toString());
        return this;
    }

    ReadAll read() {
        return read(paths.toArray(String[]::new));
    }

    ReadAll read(String... named) {
        return ReadAll.by(
                new Intake(new Intake.Options(JAKARTA, defaultSop, kind, mapping, known).with(own), REGULATIONS, SOPS),
                List.of(named),
                new ByteArrayInputStream(new byte[0]));
    }

    static Path store(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Rejected rows in short: row, column, value, reason. */
    static List<String> rejected(ReadAll dataset) {
        return dataset.rejected().stream()
                .map(r -> r.row() + "|" + r.column() + "|" + r.value() + "|" + r.reason())
                .toList();
    }

    private static Sop sop() {
        List<Step> steps = new ArrayList<>();
        List<String> titles =
                List.of("Disposisi", "Membuat rencana survey", "Menyetujui rencana", "Melaksanakan survey");
        for (int i = 0; i < titles.size(); i++) {
            steps.add(new Step(
                    i + 1,
                    i,
                    titles.get(i),
                    List.of(),
                    false,
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    false,
                    null,
                    null,
                    Clock.WORKING,
                    null));
        }
        return new Sop(
                "B276",
                "B276/02.02/OT.02.01/II/2025",
                "Pengelolaan Kepuasan",
                "LKPP",
                null,
                null,
                null,
                LocalDate.parse("2025-02-21"),
                null,
                new Sop.Ratification(null, false, false),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                "asn",
                List.of(),
                Map.of(),
                null,
                false,
                steps,
                "b276.yaml");
    }

    private static Regulation regulation(String id, String inForce, List<String> names) {
        List<Unsur> unsur = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            unsur.add(new Unsur("U" + (i + 1), names.get(i), List.of()));
        }
        return new Regulation(
                id, id, LocalDate.parse(inForce), null, BigDecimal.ONE, BigDecimal.valueOf(4), List.of(), unsur);
    }
}
