package id.patuh.check;

import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.violation.Evidence;
import id.patuh.violation.Severity;
import id.patuh.violation.Subject;
import id.patuh.violation.Violation;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Violations with all their parts. */
final class ViolationCodec implements Codec<Violation> {

    private static final Severity[] SEVERITIES = Severity.values();

    private final CommonTexts names = new CommonTexts();
    private final SubjectCodec subjects = new SubjectCodec(names);
    private final ValueCodec values = new ValueCodec();

    @Override
    public void write(Violation violation, DataOutput to) throws IOException {
        names.write(violation.rule(), to);
        to.writeByte(violation.severity().ordinal());
        subjects.write(violation.subject(), to);
        values.write(violation.expected(), to);
        values.write(violation.actual(), to);
        values.writeNamed(violation.details(), to);
        names.write(violation.ground(), to);
        names.write(violation.basis(), to);
        values.write(violation.lawDate(), to);
        Packed.writeNumber(violation.evidence().size(), to);
        for (Evidence evidence : violation.evidence()) {
            write(evidence, to);
        }
    }

    @Override
    public Violation read(DataInput from) throws IOException {
        String rule = names.read(from);
        Severity severity = SEVERITIES[from.readByte()];
        Subject subject = subjects.read(from);
        Object expected = values.read(from);
        Object actual = values.read(from);
        Map<String, Object> details = values.readNamed(from);
        String ground = names.read(from);
        String basis = names.read(from);
        LocalDate lawDate = (LocalDate) values.read(from);
        List<Evidence> evidence = new ArrayList<>();
        for (long left = Packed.readNumber(from); left > 0; left--) {
            evidence.add(readEvidence(from));
        }
        return new Violation(rule, severity, subject, expected, actual, details, ground, basis, lawDate, evidence);
    }

    private void write(Evidence evidence, DataOutput to) throws IOException {
        names.write(evidence.path(), to);
        names.write(evidence.sheet(), to);
        Packed.writeInteger(evidence.row(), to);
        names.write(evidence.column(), to);
        Packed.writeText(evidence.value(), to);
    }

    private Evidence readEvidence(DataInput from) throws IOException {
        return new Evidence(
                names.read(from), names.read(from), Packed.readInteger(from), names.read(from), Packed.readText(from));
    }
}
