/** Files of every kind to facts; whatever cannot be read becomes a {@link id.patuh.intake.RejectedRow}. */
package id.patuh.intake;
