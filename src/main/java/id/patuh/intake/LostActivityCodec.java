package id.patuh.intake;

import id.patuh.sop.LostActivity;
import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes lost rows in short, by means of a vocabulary, which is not written with them. */
public final class LostActivityCodec implements Codec<LostActivity> {

    private final CommonTexts texts;

    /** For as long as the program runs. */
    public LostActivityCodec() {
        this(new Vocabulary());
    }

    /** @param words of the rows that were written before, and are read */
    public LostActivityCodec(Vocabulary words) {
        this.texts = words.texts();
    }

    @Override
    public void write(LostActivity row, DataOutput to) throws IOException {
        Packed.writeText(row.caseId(), to);
        texts.write(row.sop(), to);
        texts.write(row.unit(), to);
        Packed.writeText(row.text(), to);
        texts.write(row.path(), to);
        Packed.writeInteger(row.row(), to);
    }

    @Override
    public LostActivity read(DataInput from) throws IOException {
        return new LostActivity(
                Packed.readText(from),
                texts.read(from),
                texts.read(from),
                Packed.readText(from),
                texts.read(from),
                Packed.readInteger(from));
    }
}
