package id.patuh.cli;

import id.patuh.account.Actor;
import id.patuh.account.Reach;
import id.patuh.account.Role;
import id.patuh.store.Store;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** Options of the verbs that say what an account is allowed. */
final class AccountOptions extends ActingOptions {

    @Option(names = "--role", paramLabel = "ROLE", split = ",", descriptionKey = "account-role")
    private List<String> roles = List.of();

    @Option(names = "--scope", paramLabel = "SCOPE", descriptionKey = "account-scope")
    private List<String> scopes = List.of();

    @Option(names = "--name", paramLabel = "TEXT", descriptionKey = "account-shown")
    private String shownName;

    /** What the work with the database gives. What it does not allow is told as wrong usage. */
    <T> T with(Function<Store, T> work) {
        refuseOutput();
        return Rulebooks.withStore(this, work);
    }

    Actor actor() {
        return Actor.atTerminal(user());
    }

    /** The roles named, or others where none is. */
    Set<Role> roles(Set<Role> usual) {
        if (roles.isEmpty()) {
            return usual;
        }
        Set<Role> named = EnumSet.noneOf(Role.class);
        for (String word : roles) {
            named.add(Role.of(word).orElseThrow(() -> usage("account.role-unknown", word)));
        }
        return named;
    }

    /** Over the scopes named, or another one where none is. */
    Reach reach(Reach usual) {
        return scopes.isEmpty() ? usual : Reach.over(new TreeSet<>(scopes));
    }

    /** The shown name, or another one where none is given. */
    String shownName(String usual) {
        return shownName == null ? usual : shownName;
    }

    boolean namesNothing() {
        return roles.isEmpty() && scopes.isEmpty() && shownName == null;
    }
}
