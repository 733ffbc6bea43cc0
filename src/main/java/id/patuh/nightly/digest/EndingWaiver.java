package id.patuh.nightly.digest;

import java.time.Instant;

/**
 * A waiver that ends soon.
 *
 * @param scope name of the scope that it is in force in
 * @param unit whose violations it is about; null where it says none
 * @param about what it is about, in words
 * @param reason why it was given
 * @param until when it ends
 */
public record EndingWaiver(String scope, String unit, String about, String reason, Instant until) {}
