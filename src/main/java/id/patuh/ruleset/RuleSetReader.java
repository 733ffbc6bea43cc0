package id.patuh.ruleset;

import id.patuh.engine.Background;
import id.patuh.engine.CompiledRules;
import id.patuh.engine.RuleCache;
import id.patuh.engine.RuleProblem;
import id.patuh.law.Parameter;
import id.patuh.law.Parameters;
import id.patuh.law.Source;
import id.patuh.law.Sources;
import id.patuh.law.WorkingCalendar;
import id.patuh.mapping.Mapping;
import id.patuh.skm.Region;
import id.patuh.skm.Regulation;
import id.patuh.skm.Regulations;
import id.patuh.sop.Sop;
import id.patuh.sop.Sops;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads a folder of rules. Whatever is wrong is found at once and named by file, line and key; each cause once. */
public final class RuleSetReader {

    private static final String IDENTITY = "rule-set.yaml";
    private static final String UNITS = "calendar/units.yaml";
    private static final String REASONS = "skm/reasons.yaml";

    private final RuleSetContent files;
    private final List<RuleProblem> problems = new ArrayList<>();

    private final RuleCache cache;

    private RuleSetReader(RuleSetContent files, RuleCache cache) {
        this.files = files;
        this.cache = cache;
    }

    /**
     * Reads and compiles a rule set.
     *
     * @throws RuleSetException if any file of it is wrong
     */
    public static RuleSet read(Path folder) {
        return read(folder, RuleCache.none());
    }

    /**
     * Reads and compiles a rule set, unless the cache has it.
     *
     * @throws RuleSetException if any file of it is wrong
     */
    public static RuleSet read(Path folder, RuleCache cache) {
        return read(RuleSetContent.of(folder), cache);
    }

    /**
     * Compiles a rule set that was read, unless the cache has it.
     *
     * @throws RuleSetException if any file of it is wrong
     */
    public static RuleSet read(RuleSetContent files, RuleCache cache) {
        RuleSet kept = KeptRuleSet.find(files, cache);
        if (kept != null) {
            return kept;
        }
        RuleSet read = new RuleSetReader(files, cache).read();
        KeptRuleSet.keep(read, cache);
        return read;
    }

    /**
     * Reads an SOP definition that is no part of the rule set, but refers to it.
     *
     * @param file how to name it in errors
     * @throws RuleSetException if it is wrong
     */
    public static Sop readSop(RuleSet ruleSet, String file, byte[] content) {
        YamlFile yaml = new YamlFile(file, Utf8.text(file, content));
        YamlProblems at = new YamlProblems(yaml);
        Sop sop = SopReader.read(yaml, at);
        if (at.isEmpty()) {
            new References(
                            folder(yaml, ruleSet.sources().all()),
                            folder(yaml, List.copyOf(ruleSet.calendars().values())),
                            new ArrayList<>())
                    .checkSop(sop, at);
        }
        if (!at.isEmpty()) {
            throw new RuleSetException(at.found());
        }
        return sop;
    }

    /**
     * Reads a mapping that is no part of the rule set.
     *
     * @param file how to name it in errors
     * @throws RuleSetException if it is wrong
     */
    public static Mapping readMapping(String file, byte[] content) {
        YamlFile yaml = new YamlFile(file, Utf8.text(file, content));
        YamlProblems at = new YamlProblems(yaml);
        Mapping mapping = MappingReader.read(yaml, at);
        if (!at.isEmpty()) {
            throw new RuleSetException(at.found());
        }
        return mapping;
    }

    private static <T> Folder<T> folder(YamlFile from, List<T> values) {
        return new Folder<>(
                values.stream().map(v -> new Folder.Entry<>(from, v)).toList(), Set.of());
    }

    private RuleSet read() {
        // The engine takes as long to load as all the rest.
        Background<RuleFiles> ruleFiles = Background.start("rules", () -> RuleFiles.read(files, cache));
        FolderReader reader = new FolderReader(files, problems);
        LawYaml.RuleSetYaml identity = reader.one(
                        IDENTITY, (file, at) -> YamlRecords.read(file, LawYaml.RuleSetYaml.class))
                .map(Folder.Entry::value)
                .orElse(new LawYaml.RuleSetYaml("rules", "0", null));
        Folder<Source> sources = reader.all("sources", LawYaml.SourceYaml::read);
        Folder<Parameter> parameters = reader.all("parameters", LawYaml.ParameterYaml::read);
        Folder<WorkingCalendar> calendars =
                new CalendarReader(files, problems).calendars(reader.all("calendar", CalendarReader::read, UNITS));
        Folder<Sop> sops = reader.all("sop", SopReader::read);
        Folder<Regulation> regulations =
                reader.all("skm", (file, at) -> LawYaml.RegulationYaml.read(file, at, sources), REASONS);
        Folder<Region> regions = reader.all("regions", LawYaml.RegionYaml::read);
        Folder<Mapping> mappings = reader.all("mappings", MappingReader::readNamed);
        MessageReader messages = new MessageReader(files, problems);
        References references = new References(sources, calendars, problems);
        references.checkSources();
        references.checkParameters(parameters);
        references.checkSops(sops);
        references.checkRegions(regions, sops);
        Map<String, String> calendarOfUnit = reader.one(
                        UNITS, (file, at) -> YamlRecords.read(file, LawYaml.UnitsYaml.class))
                .map(references::calendarOfUnit)
                .orElse(Map.of());
        List<UnsurReason> reasons = reader.one(REASONS, (file, at) -> YamlRecords.read(file, LawYaml.ReasonsYaml.class))
                .map(file -> references.reasons(file, regulations))
                .orElse(List.of());
        RuleFiles read = ruleFiles.result();
        problems.addAll(read.problems());
        CompiledRules rules = read.rules();
        new GradeScales(regulations, problems).check(read.tables(), references::resolves);
        if (rules != null) {
            rules.catalog().forEach(rule -> references.checkRule(rule, parameters));
            messages.check(rules.catalog());
            rules = underPolicy(reader, rules, references);
        }
        if (!problems.isEmpty()) {
            throw new RuleSetException(problems.stream().distinct().toList());
        }
        Map<String, WorkingCalendar> calendarById = new TreeMap<>();
        calendars.values().forEach(calendar -> calendarById.put(calendar.id(), calendar));
        return new RuleSet(
                identity.name(),
                identity.version(),
                files.sha256(),
                new Sources(sources.values()),
                new Parameters(parameters.values()),
                calendarById,
                calendarOfUnit,
                new Sops(sops.values()),
                new Regulations(regulations.values()),
                GradeBand.byRegulation(read.tables()),
                regions.values(),
                reasons,
                mappings.values(),
                messages.messages(),
                rules);
    }

    private static CompiledRules underPolicy(FolderReader reader, CompiledRules rules, References references) {
        return reader.one(PolicyReader.FILE, (file, at) -> {
                    PolicyReader.PolicyYaml yaml = YamlRecords.read(file, PolicyReader.PolicyYaml.class);
                    return new PolicyReader(at, rules, references::resolves).apply(yaml, rules);
                })
                .map(Folder.Entry::value)
                .orElse(rules);
    }
}
