package id.patuh.spool;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that come again and again: each is kept once in memory, and files hold its number. Beyond a bound texts are written
 * out, so that the memory needed is bounded too. Not safe for several threads at once.
 */
public final class CommonTexts {

    /** Names, titles and provisions are shorter; at most some 8 MiB are kept. */
    private static final int LONGEST = 256;

    private static final int MOST = 1 << 14;

    private static final int NO_TEXT = -1;
    private static final int WRITTEN_OUT = -2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** Writes a text, which may be null. */
    public void write(String text, DataOutput to) throws IOException {
        int number = text == null ? NO_TEXT : number(text);
        Packed.writeNumber(number, to);
        if (number == WRITTEN_OUT) {
            Packed.writeText(text, to);
        }
    }

    /** Writes a text, which may be null, that hardly comes again. */
    public void writeRare(String text, DataOutput to) throws IOException {
        Packed.writeNumber(text == null ? NO_TEXT : WRITTEN_OUT, to);
        if (text != null) {
            Packed.writeText(text, to);
        }
    }

    /** Reads a text, or null, that was written by means of these very texts. */
    public String read(DataInput from) throws IOException {
        int number = (int) Packed.readNumber(from);
        return switch (number) {
            case NO_TEXT -> null;
            case WRITTEN_OUT -> Packed.readText(from);
            default -> texts.get(number);
        };
    }

    /** Writes all texts that are kept: with them a later program reads what was written by means of these. */
    public void writeAll(DataOutput to) throws IOException {
        Packed.writeNumber(texts.size(), to);
        for (String text : texts) {
            Packed.writeText(text, to);
        }
    }

    /** Reads what {@link #writeAll} wrote. */
    public static CommonTexts readAll(DataInput from) throws IOException {
        CommonTexts read = new CommonTexts();
        for (long left = Packed.readNumber(from); left > 0; left--) {
            read.keep(Packed.readText(from));
        }
        return read;
    }

    private int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() == MOST || text.length() > LONGEST) {
            return WRITTEN_OUT;
        }
        return keep(text);
    }

    private int keep(String text) {
        numbers.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }
}
