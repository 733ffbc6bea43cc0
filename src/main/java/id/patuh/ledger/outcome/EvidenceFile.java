package id.patuh.ledger.outcome;

import id.patuh.ledger.LedgerException;
import id.patuh.rulebook.Texts;
import id.patuh.vault.Vault;
import id.patuh.vault.VaultException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file that proves what was found.
 *
 * @param name without its folder
 * @param sha256 of its bytes, by which it is kept
 */
public record EvidenceFile(String name, String sha256) {

    /**
     * Keeps a file.
     *
     * @param name that its owner gave it, without its folder
     * @throws LedgerException if it cannot be kept
     * @throws id.patuh.rulebook.RulebookException if the name cannot be used
     */
    public static EvidenceFile keep(String name, Path file, Vault vault) {
        String storable = Texts.storable(name);
        try {
            return new EvidenceFile(storable, vault.put(file));
        } catch (VaultException e) {
            throw LedgerException.of(e);
        } catch (IOException e) {
            throw new LedgerException("evidence-not-kept", Map.of("file", storable, "cause", Vault.cause(e)));
        }
    }
}
