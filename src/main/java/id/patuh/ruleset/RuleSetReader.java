package id.patuh.ruleset;

import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleCompilationException;
import id.patuh.engine.RuleMetadata;
import id.patuh.engine.RuleProblem;
import id.patuh.engine.RuleSource;
import id.patuh.law.Parameter;
import id.patuh.law.Parameters;
import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.mapping.Mapping;
import id.patuh.mapping.MappingException;
import id.patuh.mapping.MappingReader;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.skm.Regulations;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import id.patuh.wording.Wording;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Reads a folder of rules. Whatever is wrong is found at once and named by file and line. */
public final class RuleSetReader {

    /** So many wrong letters are a slip. */
    private static final int MISSPELT = 2;

    private final RuleSetFiles files;
    private final List<RuleProblem> problems = new ArrayList<>();

    private RuleSetReader(RuleSetFiles files) {
        this.files = files;
    }

    /**
     * Reads and compiles a rule set.
     *
     * @throws RuleSetException if any file of it is wrong
     */
    public static RuleSet read(Path folder) {
        return new RuleSetReader(new RuleSetFiles(folder)).read();
    }

    /**
     * Reads one SOP definition.
     *
     * @param file how to name it in errors
     * @throws RuleSetException if it is wrong
     */
    public static Sop readSop(String file, String yaml) {
        try {
            return Yaml.read(file, yaml, SopYaml.class).toSop(file);
        } catch (RuleSetException e) {
            throw new RuleSetException(YamlLines.locate(e.problems(), yaml));
        }
    }

    private RuleSet read() {
        LawYaml.RuleSetYaml identity = files.has("rule-set.yaml")
                ? Yaml.read("rule-set.yaml", files.text("rule-set.yaml"), LawYaml.RuleSetYaml.class)
                : new LawYaml.RuleSetYaml("rules", "0", null);
        Sources sources = new Sources(readAll(
                "sources",
                (file, text) -> Yaml.read(file, text, LawYaml.SourceYaml.class).toSource(file)));
        Parameters parameters = new Parameters(readAll(
                "parameters",
                (file, text) ->
                        Yaml.read(file, text, LawYaml.ParameterYaml.class).toParameter(file)));
        CalendarReader calendarReader = new CalendarReader(files, problems);
        Map<String, WorkingCalendar> calendars = calendarReader.calendars();
        List<Sop> sops = readAll("sop", RuleSetReader::readSop);
        List<Regulation> regulations = readAll("skm", (file, text) -> regulation(file, text, sources));
        regulations.removeIf(r -> r == null);
        List<Region> regions = readAll(
                "regions",
                (file, text) -> Yaml.read(file, text, LawYaml.RegionYaml.class).toRegion());
        List<UnsurReason> reasons = reasons(regulations);
        List<Mapping> mappings = readAll("mappings", RuleSetReader::mapping);
        Messages messages = messages();
        problems.addAll(GradeTableCheck.problems(files, regulations));
        checkReferences(sources, parameters, calendars, sops);
        CompiledRules rules = compile();
        if (rules != null) {
            checkRules(rules, sources, parameters, messages);
            problems.addAll(MessageCheck.problems(files, rules.catalog(), messages));
        }
        if (!problems.isEmpty()) {
            throw new RuleSetException(problems.stream().distinct().toList());
        }
        return new RuleSet(
                identity.name(),
                identity.version(),
                files.sha256(),
                sources,
                parameters,
                calendars,
                calendarReader.calendarOfUnit(),
                new Sops(sops),
                new Regulations(regulations),
                regions,
                reasons,
                mappings,
                messages,
                rules);
    }

    /** A mapping is named as its file is, so that the name tells where to look. */
    private static Mapping mapping(String file, String text) {
        try {
            Mapping mapping = MappingReader.read(file, text);
            if (!file.equals("mappings/" + mapping.name() + ".yaml")) {
                throw new RuleSetException(
                        List.of(new RuleProblem(file, 0, "id " + mapping.name() + " is not that of the file's name")));
            }
            return mapping;
        } catch (MappingException e) {
            throw new RuleSetException(e.problems().stream()
                    .map(p -> new RuleProblem(p.file(), p.line(), p.reason()))
                    .toList());
        }
    }

    private <T> List<T> readAll(String folder, BiFunction<String, String, T> read) {
        List<T> all = new ArrayList<>();
        for (String path : files.paths(folder, ".yaml")) {
            try {
                all.add(read.apply(path, files.text(path)));
            } catch (RuleSetException e) {
                problems.addAll(YamlLines.locate(e.problems(), files.text(path)));
            }
        }
        return all;
    }

    private Regulation regulation(String file, String text, Sources sources) {
        if (file.equals("skm/reasons.yaml")) {
            return null;
        }
        LawYaml.RegulationYaml yaml = Yaml.read(file, text, LawYaml.RegulationYaml.class);
        return yaml.toRegulation(file, sources.find(yaml.regulation()).orElse(null));
    }

    private List<UnsurReason> reasons(List<Regulation> regulations) {
        String file = "skm/reasons.yaml";
        List<UnsurReason> reasons = new ArrayList<>();
        if (files.has(file)) {
            try {
                LawYaml.ReasonsYaml yaml = Yaml.read(file, files.text(file), LawYaml.ReasonsYaml.class);
                Regulation regulation = new Regulations(regulations)
                        .find(yaml.regulation())
                        .orElseThrow(() -> new RuleSetException(
                                List.of(new RuleProblem(file, 0, "no survey regulation " + yaml.regulation()))));
                for (LawYaml.ReasonYaml reason : SopYaml.orEmpty(yaml.reasons())) {
                    String name = regulation
                            .numbered(reason.unsur())
                            .orElseThrow(() -> new RuleSetException(
                                    List.of(new RuleProblem(file, 0, "no unsur " + reason.unsur()))))
                            .name();
                    reasons.add(new UnsurReason(
                            name,
                            SopYaml.orEmpty(reason.rules()),
                            SopYaml.orEmpty(reason.subjects()),
                            reason.why() == null ? Map.of() : reason.why()));
                }
            } catch (RuleSetException e) {
                problems.addAll(e.problems());
            }
        }
        return reasons;
    }

    private Messages messages() {
        Map<String, Map<String, String>> byLanguage = new TreeMap<>();
        for (String path : files.paths("messages", ".properties")) {
            String language = path.endsWith("_en.properties") ? "en" : Messages.DEFAULT_LANGUAGE;
            Properties texts = new Properties();
            try {
                texts.load(new StringReader(files.text(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            } catch (IllegalArgumentException e) {
                problems.add(new RuleProblem(path, 0, e.getMessage()));
            }
            Map<String, String> target = byLanguage.computeIfAbsent(language, l -> new HashMap<>());
            texts.stringPropertyNames().forEach(key -> {
                if (target.put(key, texts.getProperty(key)) != null) {
                    problems.add(new RuleProblem(path, 0, "text " + key + " stands in two files"));
                }
            });
        }
        return new Messages(byLanguage);
    }

    private CompiledRules compile() {
        List<RuleSource> sources = new ArrayList<>();
        files.paths("drl", ".drl").forEach(p -> sources.add(new RuleSource(p, files.text(p))));
        files.paths("tables", ".drl.csv").forEach(p -> sources.add(new RuleSource(p, files.text(p))));
        try {
            return CompiledRules.compile(sources);
        } catch (RuleCompilationException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private void checkReferences(
            Sources sources, Parameters parameters, Map<String, WorkingCalendar> calendars, List<Sop> sops) {
        for (Parameter parameter : parameters.all()) {
            for (Parameter.Value value : parameter.values()) {
                if (!sources.resolves(value.basis())) {
                    problems.add(new RuleProblem(
                            "parameters/" + parameter.key() + ".yaml", 0, "unknown legal basis " + value.basis()));
                }
            }
        }
        for (Source source : sources.all()) {
            if (source.repealedBy() != null && sources.find(source.repealedBy()).isEmpty()) {
                problems.add(new RuleProblem(
                        "sources/" + source.id() + ".yaml", 0, "repealed by unknown source " + source.repealedBy()));
            }
        }
        for (Sop sop : sops) {
            if (!calendars.containsKey(sop.calendar()) && !anyProblemIn("calendar")) {
                problems.add(new RuleProblem(sop.file(), 0, "unknown calendar " + sop.calendar()));
            }
            for (Sop.LegalReference reference : sop.legalBasis()) {
                if (reference.source() != null
                        && sources.find(reference.source()).isEmpty()) {
                    problems.add(new RuleProblem(sop.file(), 0, "unknown source " + reference.source()));
                }
            }
        }
        checkRevisions(sops);
    }

    /** What is broken is complained of once, not by all that need it. */
    private boolean anyProblemIn(String folder) {
        return problems.stream().anyMatch(p -> p.file().startsWith(folder));
    }

    /** Two revisions of an SOP must not be in force on the same day. */
    private void checkRevisions(List<Sop> sops) {
        Map<String, Sop> previous = new HashMap<>();
        for (Sop sop : new Sops(sops).all()) {
            Sop before = previous.put(Wording.key(sop.id()), sop);
            if (before != null && before.inForceOn(sop.inForce())) {
                problems.add(new RuleProblem(
                        sop.file(), 0, "in force from " + sop.inForce() + " while " + before.file() + " still is"));
            }
        }
    }

    /** Names the text that a misspelt id may mean. */
    private static String near(String id, Set<String> keys) {
        return keys.stream()
                .filter(key -> !key.contains("."))
                .map(key -> Map.entry(key, distance(id, key)))
                .filter(e -> e.getValue() <= MISSPELT)
                .min(Map.Entry.comparingByValue())
                .map(e -> "; is " + e.getKey() + " meant?")
                .orElse("");
    }

    /** How many letters have to be put in, left out or changed to make one word the other. */
    private static int distance(String one, String other) {
        int[] above = IntStream.rangeClosed(0, other.length()).toArray();
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                int change = above[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(change, Math.min(above[k], row[k - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }

    private void checkRules(CompiledRules rules, Sources sources, Parameters parameters, Messages messages) {
        for (RuleMetadata rule : rules.catalog()) {
            if (!sources.resolves(rule.basis())) {
                problems.add(new RuleProblem(rule.file(), rule.line(), "unknown legal basis " + rule.basis()));
            }
            for (String key : rule.parameters()) {
                if (parameters.find(key).isEmpty() && !anyProblemIn("parameters/" + key + ".yaml")) {
                    problems.add(new RuleProblem(rule.file(), rule.line(), "unknown parameter " + key));
                }
            }
            for (String need : rule.needs()) {
                if (messages.text("needs." + need.replace(':', '.'), Messages.DEFAULT_LANGUAGE)
                        .isEmpty()) {
                    problems.add(new RuleProblem(rule.file(), rule.line(), "unknown need " + need));
                }
            }
            for (String language : messages.languages()) {
                if (!messages.keys(language).contains(rule.id())) {
                    problems.add(new RuleProblem(
                            rule.file(),
                            rule.line(),
                            "no message " + rule.id() + " in " + language + near(rule.id(), messages.keys(language))));
                }
            }
        }
    }
}
