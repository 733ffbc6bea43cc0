package id.patuh.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the tables of another system are read.
 *
 * @param name its id or, without one, its file
 * @param title what it is for, or null
 * @param confirmed whether somebody has compared it with a real export
 * @param kind what the tables hold
 * @param zone of times without an offset, or null for that of the command line
 * @param skippedRows rows at the top that are not looked at
 * @param skipped rows that meet one of these are left out
 * @param ignored columns that are known and not needed
 * @param parts the records that one row holds
 */
public record Mapping(
        String name,
        String title,
        boolean confirmed,
        MappedKind kind,
        ZoneId zone,
        int skippedRows,
        List<Condition> skipped,
        List<Column> ignored,
        List<Part> parts) {

    public Mapping {
        skipped = List.copyOf(skipped);
        ignored = List.copyOf(ignored);
        parts = List.copyOf(parts);
    }

    /** The same by another name. */
    public Mapping named(String other) {
        return new Mapping(other, title, confirmed, kind, zone, skippedRows, skipped, ignored, parts);
    }

    /** Every column that it reads, each once. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>();
        Stream<Column> read = Stream.concat(
                parts.stream().flatMap(p -> p.fields().values().stream()).flatMap(s -> s.columns().stream()),
                Stream.concat(skipped.stream(), parts.stream().flatMap(p -> p.when().stream()))
                        .map(Condition::column));
        read.forEach(column -> {
            if (all.stream().noneMatch(c -> c.means(column.name()))) {
                all.add(column);
            }
        });
        return all;
    }

    /** Whether a header is one that it reads or knows as not needed. */
    public boolean knows(String header) {
        return Stream.concat(columns().stream(), ignored.stream()).anyMatch(c -> c.means(header));
    }

    /** The only steps that its tables can show, or null when they can show any. */
    public Set<String> steps() {
        Set<String> steps = new TreeSet<>();
        for (Part part : parts) {
            if (part.step() == null) {
                return null;
            }
            steps.add(part.step());
        }
        return steps;
    }
}
