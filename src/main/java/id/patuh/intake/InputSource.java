package id.patuh.intake;

import java.util.List;
import java.util.function.Consumer;

/** Where the files to read come from. */
@FunctionalInterface
public interface InputSource {

    /** Tells of all inputs in their order; of the same again whenever all must be read again. */
    void visit(Consumer<FoundInput> visitor);

    /** Inputs that were found before. */
    static InputSource of(List<FoundInput> found) {
        return found::forEach;
    }
}
