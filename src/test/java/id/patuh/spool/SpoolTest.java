package id.patuh.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spools give back what they were given: in order, as often as asked, whether it fits into memory or not. */
class SpoolTest {

    private static final int MOST = 100;
    private static final String[] ALPHABETS = {"abc", "aé\u00ff", "a\u0100\u20ac", "a\ud83d\ude00\ud83d"};

    private record Item(int key, long number, String common, String text, Integer round) {}

    private static final class ItemCodec implements Codec<Item> {

        private final CommonTexts texts = new CommonTexts();

        @Override
        public void write(Item item, DataOutput to) throws IOException {
            Packed.writeNumber(item.key, to);
            Packed.writeNumber(item.number, to);
            texts.write(item.common, to);
            Packed.writeText(item.text, to);
            Packed.writeInteger(item.round, to);
        }

        @Override
        public Item read(DataInput from) throws IOException {
            return new Item(
                    (int) Packed.readNumber(from),
                    Packed.readNumber(from),
                    texts.read(from),
                    Packed.readText(from),
                    Packed.readInteger(from));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST - 1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1, 50 * MOST + 7})
    void givesBackWhatWasAdded(int size) {
        List<Item> items = items(size);
        try (Spool<Item> spool = new Spool<>(new ItemCodec(), MOST)) {
            items.forEach(spool::add);
            assertThat(spool.size()).isEqualTo(size);
            assertThat(spool.isEmpty()).isEqualTo(size == 0);
            assertThat(spool).containsExactlyElementsOf(items);
            List<Item> more = items(3);
            more.forEach(spool::add);
            items.addAll(more);
            assertThat(spool.stream().toList()).isEqualTo(items);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, MOST - 1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1, 50 * MOST + 7})
    void sortsAndKeepsTheOrderOfEquals(int size) {
        Comparator<Item> order = Comparator.comparingInt(Item::key);
        List<Item> items = items(size);
        try (SortedSpool<Item> spool = new SortedSpool<>(new ItemCodec(), order, MOST)) {
            items.forEach(spool::add);
            assertThat(spool.size()).isEqualTo(size);
            assertThat(spool.isEmpty()).isEqualTo(size == 0);
            assertThat(spool).containsExactlyElementsOf(sorted(items, order));
            List<Item> more = items(3);
            more.forEach(spool::add);
            items.addAll(more);
            assertThat(spool.stream().toList()).isEqualTo(sorted(items, order));
        }
    }

    @Test
    void keepsTextsOfAnyLengthAndNumber() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            items.add(new Item(i, i, "common " + i, null, null));
        }
        items.add(new Item(1, 1, "x".repeat(10_000), "\u20ac".repeat(100_000), 1));
        items.add(new Item(1, 1, "common 7", "x".repeat(200_000), 1));
        try (Spool<Item> spool = new Spool<>(new ItemCodec(), 0)) {
            items.forEach(spool::add);
            assertThat(spool).containsExactlyElementsOf(items);
        }
    }

    @Test
    void leavesNoFileBehind() throws IOException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")));
        Spool<Item> spool = new Spool<>(new ItemCodec(), MOST);
        SortedSpool<Item> sorted = new SortedSpool<>(new ItemCodec(), Comparator.comparingInt(Item::key), MOST);
        items(MOST).forEach(spool::add);
        items(MOST).forEach(sorted::add);
        assertThat(openFiles()).isEmpty();
        items(MOST).forEach(spool::add);
        items(MOST).forEach(sorted::add);
        assertThat(openFiles()).hasSize(2).allMatch(name -> name.endsWith(" (deleted)"));
        spool.close();
        sorted.close();
        assertThat(openFiles()).isEmpty();
        assertThatThrownBy(() -> spool.stream().toList()).isInstanceOf(SpoolException.class);
        assertThatThrownBy(() -> sorted.stream().toList()).isInstanceOf(SpoolException.class);
    }

    @Test
    void saysWhereAFileCannotBeWritten(@TempDir Path folder) {
        String usual =
                System.setProperty("java.io.tmpdir", folder.resolve("none").toString());
        try (Spool<Item> spool = new Spool<>(new ItemCodec(), MOST)) {
            items(MOST).forEach(spool::add);
            assertThatThrownBy(() -> items(1).forEach(spool::add))
                    .isInstanceOfSatisfying(
                            SpoolException.class,
                            e -> assertThat(e.folder())
                                    .isEqualTo(folder.resolve("none").toString()));
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
    }

    private static List<String> openFiles() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (Path descriptor : descriptors.toList()) {
                // The descriptor of the listing itself is gone by now.
                if (Files.isSymbolicLink(descriptor)) {
                    names.add(Files.readSymbolicLink(descriptor).getFileName().toString());
                }
            }
        }
        names.removeIf(name -> !name.matches("patuh\\d+\\.tmp.*"));
        return names;
    }

    private static List<Item> sorted(List<Item> items, Comparator<Item> order) {
        List<Item> sorted = new ArrayList<>(items);
        sorted.sort(order);
        return sorted;
    }

    private static List<Item> items(int size) {
        Random random = new Random(size);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(new Item(
                    random.nextInt(20) - 10,
                    random.nextLong() >> random.nextInt(64),
                    random.nextInt(5) == 0 ? null : "unit " + random.nextInt(50),
                    random.nextInt(5) == 0 ? null : text(random),
                    random.nextInt(5) == 0 ? null : (Integer) random.nextInt()));
        }
        return items;
    }

    private static String text(Random random) {
        String alphabet = ALPHABETS[random.nextInt(ALPHABETS.length)];
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(80); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
