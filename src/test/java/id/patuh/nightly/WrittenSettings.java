package id.patuh.nightly;

import id.patuh.nightly.digest.NightlyConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** Settings of nights as people write them, so that what nobody says is as usual. */
public final class WrittenSettings {

    private WrittenSettings() {}

    /**
     * Of inboxes whose files are taken at once.
     *
     * @param folder that {@code inbox} stands in, archive and quarantine beside it
     * @param further lines
     */
    public static NightSettings of(Path folder, String... further) {
        Stream<String> usual = Stream.of("inboxes: inbox", "rest: 0s");
        return read(folder, Stream.concat(usual, Stream.of(further)).toArray(String[]::new));
    }

    /** @param lines below {@code patuh.nightly} */
    static NightSettings read(Path folder, String... lines) {
        String text = "patuh:\n  nightly:\n    " + String.join("\n    ", lines) + "\n";
        return NightlyConfig.read("patuh.yaml", text, folder, Map.of()).nights();
    }
}
