package id.patuh.check;

import id.patuh.sop.LostActivity;
import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Writes lost rows in short, for as long as the program runs. */
final class LostActivityCodec implements Codec<LostActivity> {

    private final CommonTexts texts = new CommonTexts();

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
