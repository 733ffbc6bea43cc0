package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Looks an Office Open XML package through before it is parsed: the libraries that parse it hold whole texts, and a few
 * bytes can pack gigabytes of them.
 */
final class PackageGuard {

    static final int MAX_PARTS = 10_000;
    static final long MAX_PART = 1L << 30;
    static final int MAX_TEXT = 2 << 20;
    private static final long MAX_RATIO = 1_000;
    private static final long RATIO_COUNTS_FROM = 10L << 20;

    private final byte[] buffer = new byte[1 << 16];

    /** What a package holds. */
    enum Content {
        WORKBOOK,
        DOCUMENT
    }

    private PackageGuard() {}

    /** What the package holds; throws when it is broken, hostile or of a kind that is not read. */
    static Content inspect(Path file) throws IOException, Unreadable {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw new Unreadable("package-parts", "limit", "" + MAX_PARTS);
            }
            Content content = content(zip);
            PackageGuard guard = new PackageGuard();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (name.endsWith(".xml") || name.endsWith(".rels")) {
                    guard.part(zip, entry);
                }
            }
            return content;
        } catch (ZipException | IllegalArgumentException e) {
            throw new Unreadable("package-broken");
        }
    }

    private static Content content(ZipFile zip) throws Unreadable {
        boolean workbook = zip.stream().anyMatch(e -> e.getName().matches("(?i)/?xl/workbook.*\\.xml"));
        boolean document = zip.stream().anyMatch(e -> e.getName().matches("(?i)/?word/document.*\\.xml"));
        if (workbook) {
            return Content.WORKBOOK;
        }
        if (document) {
            return Content.DOCUMENT;
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw FileFormat.never("XLSB");
        }
        if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
            throw FileFormat.never("ODS/ODT");
        }
        throw FileFormat.never("ZIP");
    }

    private void part(ZipFile zip, ZipEntry entry) throws IOException, Unreadable {
        long size = 0;
        long run = 0;
        boolean afterBracket = false;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                long packed = Math.max(1, entry.getCompressedSize());
                if (size > MAX_PART || size > RATIO_COUNTS_FROM && size / packed > MAX_RATIO) {
                    throw new Unreadable("package-too-large", "part", entry.getName(), "limit", "1 GiB");
                }
                for (int i = 0; i < n; i++) {
                    byte b = buffer[i];
                    run = b == '<' || b == '>' ? 0 : run + 1;
                    // Zeros stand between the letters of UTF-16.
                    if (b == '!' && afterBracket && declares(i, n)) {
                        throw new Unreadable("package-doctype", "part", entry.getName());
                    }
                    afterBracket = b == '<' || b == 0 && afterBracket;
                }
                if (run > MAX_TEXT) {
                    throw new Unreadable("package-text-too-long", "part", entry.getName(), "limit", "" + MAX_TEXT);
                }
            }
        }
    }

    /** Whether what follows the mark is neither a comment nor character data: then it declares a document type. */
    private boolean declares(int mark, int length) {
        int next = mark + 1;
        while (next < length && buffer[next] == 0) {
            next++;
        }
        return next < length && (buffer[next] == 'D' || buffer[next] == 'E');
    }
}
