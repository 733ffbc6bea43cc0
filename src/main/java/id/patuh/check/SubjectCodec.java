package id.patuh.check;

import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import id.patuh.violation.Subject;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What violations and missing facts are about. */
final class SubjectCodec implements Codec<Subject> {

    private final CommonTexts names;

    /** @param names texts that come again and again */
    SubjectCodec(CommonTexts names) {
        this.names = names;
    }

    @Override
    public void write(Subject subject, DataOutput to) throws IOException {
        names.write(subject.unit(), to);
        names.write(subject.sop(), to);
        Packed.writeText(subject.caseId(), to);
        names.write(subject.step(), to);
        Packed.writeInteger(subject.round(), to);
        names.write(subject.constraint(), to);
        names.write(subject.survey(), to);
        Packed.writeText(subject.element(), to);
    }

    @Override
    public Subject read(DataInput from) throws IOException {
        return new Subject(
                names.read(from),
                names.read(from),
                Packed.readText(from),
                names.read(from),
                Packed.readInteger(from),
                names.read(from),
                names.read(from),
                Packed.readText(from));
    }
}
