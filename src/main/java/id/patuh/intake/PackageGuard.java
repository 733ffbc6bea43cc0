package id.patuh.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Looks an Office Open XML package through before it is parsed: the libraries that parse it hold whole texts, and a few
 * bytes can pack gigabytes of them.
 */
final class PackageGuard {

    static final int MAX_PARTS = 10_000;
    static final long MAX_PART = 1L << 30;
    static final int MAX_TEXT = 2 << 20;
    static final int MAX_MERGED = 100_000;
    private static final long MAX_RATIO = 200;
    private static final Pattern MERGED =
            Pattern.compile("(?:\\w+:)?mergeCell\\s[^>]*?ref=[\"']([A-Z]{1,3}\\d{1,7}:[A-Z]{1,3}\\d{1,7})[\"']");
    private static final int LONGEST_TAG = 64;
    private static final long RATIO_COUNTS_FROM = 10L << 20;

    private final byte[] buffer = new byte[1 << 16];
    private final StringBuilder tag = new StringBuilder();
    private final Map<String, List<CellRangeAddress>> merged = new HashMap<>();
    private int mergedCount;
    private boolean gathering;

    /** What a package holds. */
    enum Content {
        WORKBOOK,
        DOCUMENT
    }

    /**
     * What was seen of a package.
     *
     * @param merged the merged cells of its sheets, by the lower-case name of the part
     */
    record Survey(Content content, Map<String, List<CellRangeAddress>> merged) {}

    private PackageGuard() {}

    /** What the package holds; throws when it is broken, hostile or of a kind that is not read. */
    static Survey inspect(Path file) throws IOException, Unreadable {
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
            return new Survey(content, guard.merged);
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
                    if (gathering || b == '<') {
                        gather(b, entry.getName());
                    }
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

    /** Merged cells stand behind all rows of a sheet, but are needed with the first. */
    private void gather(byte b, String part) throws Unreadable {
        if (b == '<') {
            tag.setLength(0);
            gathering = true;
        } else if (b == '>') {
            merge(part);
            gathering = false;
        } else {
            tag.append((char) b);
            // Of all other tags no more than the first letter is looked at.
            gathering = tag.length() < LONGEST_TAG && (tag.charAt(0) == 'm' || tag.charAt(0) == 'x');
        }
    }

    private void merge(String part) throws Unreadable {
        Matcher region = MERGED.matcher(tag);
        if (region.lookingAt()) {
            mergedCount++;
            if (mergedCount > MAX_MERGED) {
                throw new Unreadable("package-merged", "part", part, "limit", "" + MAX_MERGED);
            }
            merged.computeIfAbsent(part.toLowerCase(Locale.ROOT), p -> new ArrayList<>())
                    .add(CellRangeAddress.valueOf(region.group(1)));
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
