package id.patuh.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The unpacked content of a gzip file; refuses to swell without measure. */
final class UnpackedStream extends FilterInputStream {

    static final long MAX_SIZE = 4L << 30;
    static final String MAX_SIZE_TEXT = "4 GiB";
    private static final long MAX_RATIO = 1_000;
    private static final long RATIO_COUNTS_FROM = 100L << 20;

    private final CountingStream packed;
    private long size;

    /** That a file unpacks to too much. */
    static final class TooLarge extends IOException {}

    private UnpackedStream(CountingStream packed) throws IOException {
        super(new Members(packed));
        this.packed = packed;
    }

    static InputStream of(InputStream packed) throws IOException {
        return new UnpackedStream(new CountingStream(packed));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int n = read(one, 0, 1);
        return n < 0 ? n : one[0] & 0xff;
    }

    /** None without waiting: decoders then hand on what they have, before a break that the next read may meet. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = super.read(buffer, offset, length);
        size += Math.max(n, 0);
        if (size > MAX_SIZE || size > RATIO_COUNTS_FROM && size / MAX_RATIO > packed.count) {
            throw new TooLarge();
        }
        return n;
    }

    /** What a file packs, in one or several parts. What stands behind them and is none itself is not passed over. */
    private static final class Members extends GZIPInputStream {

        private static final int TRAILER = 8;

        private final CountingStream packed;
        private long countAtFill;

        Members(CountingStream packed) throws IOException {
            super(packed, 1 << 16);
            this.packed = packed;
        }

        @Override
        protected void fill() throws IOException {
            super.fill();
            countAtFill = packed.count;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n < 0 && hasMore()) {
                throw new ZipException("more behind the last part");
            }
            return n;
        }

        // Trailers, and what might be the next part's head, are read past the buffer where it ends.
        private boolean hasMore() throws IOException {
            return inf.getRemaining() + packed.count - countAtFill > TRAILER || packed.read() >= 0;
        }
    }

    private static final class CountingStream extends FilterInputStream {

        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
