package id.patuh.check;

import id.patuh.intake.InputFile;
import id.patuh.mapping.Mapping;
import id.patuh.spool.Spool;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What to check.
 *
 * @param paths files and folders; {@code -} is standard input
 * @param asOf the moment that deadlines are judged by
 * @param zone in which times without an offset are read, and all times shown
 * @param sop the SOP of rows that name none, or null
 * @param kind what the input holds, or null to recognise it
 * @param mapping how all tables are to be read, or null to recognise them
 * @param own mappings of whoever the files are of, by which tables are read that have their columns
 * @param mostInMemory how many violations, rejected rows and the like are kept as objects; further ones go to temporary files
 */
public record CheckRequest(
        List<String> paths,
        Instant asOf,
        ZoneId zone,
        String sop,
        InputFile.Kind kind,
        Mapping mapping,
        List<Mapping> own,
        int mostInMemory) {

    public CheckRequest {
        own = List.copyOf(own);
        paths = List.copyOf(paths);
    }

    /** A check of files whose owner has no mappings. */
    public CheckRequest(
            List<String> paths,
            Instant asOf,
            ZoneId zone,
            String sop,
            InputFile.Kind kind,
            Mapping mapping,
            int mostInMemory) {
        this(paths, asOf, zone, sop, kind, mapping, List.of(), mostInMemory);
    }

    /** A check that keeps in memory what the memory of any machine can hold. */
    public CheckRequest(
            List<String> paths, Instant asOf, ZoneId zone, String sop, InputFile.Kind kind, Mapping mapping) {
        this(paths, asOf, zone, sop, kind, mapping, Spool.USUAL_MOST);
    }

    /** A check of what can be read without a mapping. */
    public CheckRequest(List<String> paths, Instant asOf, ZoneId zone, String sop, InputFile.Kind kind) {
        this(paths, asOf, zone, sop, kind, null);
    }

    /** The same with mappings of whoever the files are of. */
    public CheckRequest with(List<Mapping> ofOwner) {
        return new CheckRequest(paths, asOf, zone, sop, kind, mapping, ofOwner, mostInMemory);
    }
}
