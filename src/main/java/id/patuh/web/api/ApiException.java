package id.patuh.web.api;

import id.patuh.store.ReasonedException;
import java.util.List;
import java.util.Map;

/** A request that is not answered as it was meant. */
final class ApiException extends ReasonedException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<Fault> faults;

    /** @param reason key of the text that says why */
    ApiException(ProblemType type, String reason, Map<String, String> details) {
        super(reason, details);
        this.type = type;
        this.faults = List.of();
    }

    /** A request of which something cannot be read. */
    ApiException(List<Fault> faults) {
        super("api-faults", Map.of("count", Integer.toString(faults.size())));
        this.type = ProblemType.INVALID_REQUEST;
        this.faults = List.copyOf(faults);
    }

    /** What was asked for is not there, or not for whoever asks. */
    static ApiException notThere() {
        return new ApiException(ProblemType.NOT_FOUND, "api-not-there", Map.of());
    }

    ProblemType type() {
        return type;
    }

    List<Fault> faults() {
        return faults;
    }
}
