package id.patuh.web.limit;

import id.patuh.spool.SpoolException;
import id.patuh.web.SettingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much of what is sent with files is taken of one account: some at a time, not too often, and not too large in all. */
@Component
public final class UploadLimits {

    private static final int AT_A_TIME = 24;
    private static final int TIMES = 60;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Allowance allowance = new Allowance(TIMES, EVERY);
    private final UnderWay underWay = new UnderWay(AT_A_TIME);
    private final Arriving arriving;
    private final long largest;
    private final Refusals refusals;

    UploadLimits(LimitSettings settings, MultipartProperties forms, Refusals refusals) {
        this.arriving = new Arriving(
                settings.arriving().toBytes(),
                settings.arrivingPerAccount().toBytes(),
                settings.diskKeptFree().toBytes(),
                UploadLimits::free);
        SettingException.hold(
                "spring.servlet.multipart.max-request-size",
                forms.getMaxRequestSize(),
                DataSize.ofBytes(1),
                settings.arriving());
        this.largest = forms.getMaxRequestSize().toBytes();
        this.refusals = refusals;
    }

    private static long free() {
        String folder = System.getProperty("java.io.tmpdir");
        try {
            return Files.getFileStore(Path.of(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new SpoolException(folder, e);
        }
    }

    /**
     * How large a request may become of which nobody knows the size.
     *
     * @param told what it says of itself; negative where it does not
     */
    public long size(long told) {
        return told < 0 ? largest : told;
    }

    /** Lets a request of an account begin, which must be ended where it is admitted. */
    public Admission begin(String account, long size) {
        if (size > largest) {
            return Admission.TOO_LARGE;
        }
        if (!underWay.begin(account)) {
            return Admission.TOO_MANY;
        }
        Admission admission = arriving.begin(account, size);
        if (admission == Admission.ADMITTED && !allowance.take(account)) {
            arriving.end(account, size);
            admission = Admission.TOO_MANY;
        }
        if (admission != Admission.ADMITTED) {
            underWay.end(account);
        }
        return admission;
    }

    /** Ends one that was admitted. */
    public void end(String account, long size) {
        arriving.end(account, size);
        underWay.end(account);
    }

    /** Refuses a request with a status, unread. */
    public void refuse(int status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        refusals.refuse(status, request, response);
    }
}
