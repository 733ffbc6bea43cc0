package id.patuh.intake;

import id.patuh.spool.Codec;
import id.patuh.spool.CommonTexts;
import id.patuh.spool.Packed;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How what could not be read is kept beyond the memory. */
public final class RejectedRowCodec implements Codec<RejectedRow> {

    private final CommonTexts names = new CommonTexts();

    @Override
    public void write(RejectedRow rejected, DataOutput to) throws IOException {
        names.write(rejected.path(), to);
        names.write(rejected.sheet(), to);
        Packed.writeInteger(rejected.row(), to);
        names.write(rejected.column(), to);
        Packed.writeText(rejected.value(), to);
        names.write(rejected.reason(), to);
        Packed.writeNumber(rejected.details().size(), to);
        for (Map.Entry<String, String> detail : rejected.details().entrySet()) {
            names.write(detail.getKey(), to);
            Packed.writeText(detail.getValue(), to);
        }
    }

    @Override
    public RejectedRow read(DataInput from) throws IOException {
        String path = names.read(from);
        String sheet = names.read(from);
        Integer row = Packed.readInteger(from);
        String column = names.read(from);
        String value = Packed.readText(from);
        String reason = names.read(from);
        Map<String, String> details = new HashMap<>();
        for (long left = Packed.readNumber(from); left > 0; left--) {
            details.put(names.read(from), Packed.readText(from));
        }
        return new RejectedRow(path, sheet, row, column, value, reason, details);
    }
}
