package id.patuh.cli;

import id.patuh.account.RulebookRoles;
import id.patuh.rulebook.Role;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code patuh rules role}. */
@Command(name = "role", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class RulesRoleCommand implements Callable<Integer> {

    @Mixin
    private RulebookOptions options;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", descriptionKey = "rulebook-person")
    private String person;

    @Parameters(index = "1", arity = "0..1", paramLabel = "manager|engineer|none", descriptionKey = "rulebook-role")
    private String name;

    @Override
    public Integer call() {
        Role role = name == null ? null : Role.of(name);
        if (person != null && role == null) {
            throw options.usage("role.unknown", name == null ? "" : name);
        }
        Map<String, Role> roles = options.with(rulebook -> {
            if (person != null) {
                rulebook.giveRole(person, role, options.user(), RulebookRoles.agreeing(person, role));
            }
            return rulebook.history().roles();
        });
        roles.forEach((who, has) -> options.tell(String.format("%-16s %s", who, has.word())));
        return ExitCode.OK;
    }
}
