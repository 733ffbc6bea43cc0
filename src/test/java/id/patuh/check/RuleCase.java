package id.patuh.check;

import id.patuh.intake.Intake;
import id.patuh.intake.ReadAll;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import id.patuh.ruleset.SopFiles;
import id.patuh.skm.Region;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.violation.Subject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A case of {@code rules/tests}: given facts, and the subjects that one rule finds among them. */
record RuleCase(String rule, String file, JsonNode yaml) {

    static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    // Numbers keep the decimals they are written with: the rules on rounding depend on them.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Every case beside the rules. */
    static List<RuleCase> all() {
        try (Stream<Path> files = Files.walk(Path.of("rules/tests"))) {
            List<RuleCase> cases = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String rule = file.getFileName().toString().replace(".yaml", "");
                YAML.readTree(Files.readString(file))
                        .forEach(node -> cases.add(new RuleCase(rule, file.toString(), node)));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return yaml.get("name").asString();
    }

    List<String> expected() {
        return strings("finds");
    }

    List<String> strings(String key) {
        List<String> all = new ArrayList<>();
        yaml.path(key).forEach(n -> all.add(n.asString()));
        return all;
    }

    /** Runs the check over the case's facts. */
    CheckResult run(RuleSet ruleSet) {
        RuleSet rules = ruleSet.with(sops(ruleSet), regions(ruleSet));
        CheckRequest request = new CheckRequest(List.of("-"), asOf(), ZONE, null, null);
        if (!yaml.has("given")) {
            return new SopLint(rules).run(new SopFiles(ownSops(ruleSet), List.of()), request);
        }
        InputStream json = new ByteArrayInputStream(yaml.get("given").toString().getBytes(StandardCharsets.UTF_8));
        ReadAll data = ReadAll.by(
                new Intake(new Intake.Options(ZONE, null, null), rules.regulations(), rules.sops()),
                List.of("-"),
                json);
        if (data.rejected().size() != yaml.path("rejected").asInt(0)) {
            throw new IllegalStateException(
                    file + ": " + name() + ": " + data.rejected().stream().toList());
        }
        return new ComplianceCheck(rules).run(request, data.data(), data.log(), data.answers());
    }

    private Sops sops(RuleSet ruleSet) {
        List<Sop> sops = new ArrayList<>(ruleSet.sops().all());
        sops.addAll(ownSops(ruleSet));
        return new Sops(sops);
    }

    /** The case's own regions instead of the rule set's. */
    private List<Region> regions(RuleSet ruleSet) {
        if (!yaml.has("regions")) {
            return ruleSet.regions();
        }
        List<Region> regions = new ArrayList<>();
        for (JsonNode node : yaml.get("regions")) {
            List<String> units = new ArrayList<>();
            node.path("units").forEach(unit -> units.add(unit.asString()));
            regions.add(new Region(
                    node.has("name")
                            ? node.get("name").asString()
                            : node.path("region").asString(),
                    node.has("sop") ? node.get("sop").asString() : null,
                    units));
        }
        return regions;
    }

    private List<Sop> ownSops(RuleSet ruleSet) {
        List<Sop> own = new ArrayList<>();
        yaml.path("sops")
                .forEach(node -> own.add(
                        RuleSetReader.readSop(ruleSet, file, node.toString().getBytes(StandardCharsets.UTF_8))));
        return own;
    }

    private Instant asOf() {
        String text = yaml.has("as_of") ? yaml.get("as_of").asString() : "2026-11-20";
        LocalDateTime local =
                text.length() == 10 ? LocalDate.parse(text).atTime(23, 59, 59) : LocalDateTime.parse(text);
        return local.atZone(ZONE).toInstant();
    }

    /** A subject in the short form that cases use. */
    static String brief(Subject subject) {
        String step = subject.step() == null
                ? null
                : subject.round() == null || subject.round() == 1
                        ? subject.step()
                        : subject.step() + "#" + subject.round();
        boolean definition = subject.caseId() == null && subject.survey() == null && subject.sop() != null;
        return Stream.of(
                        definition ? subject.sop() : null,
                        subject.caseId(),
                        step,
                        subject.constraint(),
                        subject.survey(),
                        subject.element())
                .filter(part -> part != null)
                .collect(Collectors.joining("/"));
    }
}
