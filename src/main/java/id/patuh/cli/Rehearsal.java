package id.patuh.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Small checks as users ask for them, whose reports nobody sees, one of them kept, and a simulation over it: the launcher has
 * Java archive the classes that they take. Whatever these need at their start should be met here, or it is loaded anew every
 * time.
 */
final class Rehearsal {

    /** A case in order, and one with steps out of order, late, of unknown numbers and left open. */
    private static final String ACTIVITIES = """
            no_berkas,nomor_sop,langkah,pelaksana,petugas,mulai,selesai,kelengkapan,output,keputusan,unit_kerja
            1,B276,1,Kepala UKPBJ,Ani,2026-03-02 08:00,2026-03-02 08:30,,Disposisi,,UKPBJ
            2,B276,3,Juru ketik,Budi,2026-03-02 08:00,2026-03-09 08:30,,Naskah,setuju,UKPBJ
            2,B276,2,Kepala UKPBJ,Budi,2026-03-10 08:00,,,,,UKPBJ
            2,B276,99,,,2026-03-10 09:00,2026-03-10 08:00,,,,UKPBJ
            """;

    private static final String RESPONSES = """
            survei,unit_kerja,periode_mulai,periode_selesai,responden,U1,U2,U3,U4,U5,U6,U7,U8,U9
            1,UKPBJ,2026-01-01,2026-06-30,1,4,3,4,3,4,3,4,3,4
            1,UKPBJ,2026-01-01,2026-06-30,2,1,2,9,2,1,,1,2,1
            """;

    private Rehearsal() {}

    /** Checks in both formats, then with a database of its own. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("patuh");
        Path activities = folder.resolve("a.csv");
        Path responses = folder.resolve("r.csv");
        try {
            Files.writeString(activities, ACTIVITIES);
            Files.writeString(responses, RESPONSES);
            for (String format : List.of("json", "text")) {
                run(CheckCommand.NAME, activities.toString(), responses.toString(), "--format", format);
            }
            System.setProperty(
                    "patuh.db.url", "jdbc:h2:file:" + folder.resolve("data").resolve("patuh"));
            run(CheckCommand.NAME, activities.toString(), "--keep");
            String rules = RuleSets.folder(null).toString();
            run("rules", "simulate", rules, "--against", rules);
            run("rules", "history");
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(String... args) {
        Patuh.run(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), args);
    }
}
