package id.patuh.bench.jmh;

import id.patuh.bench.logs.ActivityLogs;
import id.patuh.bench.logs.ActivityLogs.Order;
import id.patuh.bench.logs.ActivityLogs.Wish;
import id.patuh.bench.tables.Definitions;
import id.patuh.ruleset.RuleSet;
import id.patuh.ruleset.RuleSetReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** What benchmarks begin with. */
final class Prepared {

    static final long ACTIVITIES = 100_000;

    private Prepared() {}

    /** The rule set, also as tables. */
    static RuleSet rules() throws IOException {
        RuleSet rules = RuleSetReader.read(Path.of("rules"));
        Definitions.write(rules);
        return rules;
    }

    /** A log of {@link #ACTIVITIES}. */
    static Path log(RuleSet rules) throws IOException {
        Path log = Path.of("target", "bench", "jmh.csv");
        if (!Files.exists(log)) {
            new ActivityLogs(rules, new Wish(ACTIVITIES, Order.GROUPED)).write(log, null);
        }
        return log;
    }

    /** A survey of as many respondents, in five units. */
    static Path survey() throws IOException {
        Path survey = Path.of("target", "bench", "jmh-survey.csv");
        if (Files.exists(survey)) {
            return survey;
        }
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(survey)) {
            out.write("survei,unit_kerja,regulasi,periode_mulai,periode_selesai,responden,kelompok"
                    + ",U1,U2,U3,U4,U5,U6,U7,U8,U9\n");
            for (int i = 1; i <= ACTIVITIES; i++) {
                out.write("SKM 2026,Unit " + random.nextInt(5) + ",permenpanrb-14-2017,2026-01-01,2026-06-30,R-" + i
                        + ",Penyedia");
                for (int unsur = 1; unsur <= 9; unsur++) {
                    out.write("," + (1 + random.nextInt(4)));
                }
                out.write('\n');
            }
        }
        return survey;
    }
}
