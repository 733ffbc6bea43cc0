package id.patuh.cli;

import id.patuh.engine.RuleFailedException;
import id.patuh.engine.RuleLimitException;
import id.patuh.report.Language;
import id.patuh.report.Printable;
import id.patuh.report.Reasons;
import id.patuh.report.Version;
import id.patuh.ruleset.RuleSetException;
import id.patuh.spool.SpoolException;
import id.patuh.vault.Vault;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code patuh}. */
@Command(
        name = "patuh",
        resourceBundle = "id.patuh.cli.help",
        mixinStandardHelpOptions = true,
        versionProvider = Patuh.Versions.class)
public final class Patuh extends VerbGroup {

    private static final List<Class<?>> VERBS = List.of(
            CheckCommand.class,
            MapCommand.class,
            SopCommand.class,
            TemplateCommand.class,
            RulesCommand.class,
            RunsCommand.class,
            NightlyCommand.class,
            ServeCommand.class,
            MessagesCommand.class,
            LedgerCommand.class,
            TrendsCommand.class,
            WaiversCommand.class,
            OutcomesCommand.class,
            FollowUpsCommand.class,
            AccountsCommand.class);

    private final RuleSets ruleSets;
    private final OutputStream out;

    private Patuh(RuleSets ruleSets, OutputStream out) {
        this.ruleSets = ruleSets;
        this.out = out;
    }

    RuleSets ruleSets() {
        return ruleSets;
    }

    /** Standard output, which tells what cannot be written. */
    OutputStream terminal() {
        return out;
    }

    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"patuh " + Version.current()};
        }
    }

    /** Runs the command line and ends the process with the contract's exit code. */
    public static void main(String[] args) {
        int exitCode = ExitCode.INTERNAL;
        chooseLog(args);
        try {
            // Not System.out, which keeps silent when nothing can be written any more.
            exitCode = run(new FileOutputStream(FileDescriptor.out), System.err, args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            // Left to the machine, the exit code would be that of violations.
            System.err.println("patuh: " + e);
        }
        System.exit(exitCode);
    }

    /** Commands say themselves what there is to say; the server keeps a log. */
    private static void chooseLog(String[] args) {
        boolean serves = args.length > 0 && args[0].equals(ServeCommand.NAME);
        System.setProperty(
                "slf4j.provider",
                serves ? "ch.qos.logback.classic.spi.LogbackServiceProvider" : "org.slf4j.nop.NOPServiceProvider");
        System.setProperty("slf4j.internal.verbosity", "WARN");
    }

    /** Runs the command line. */
    static int run(OutputStream out, OutputStream err, String... args) {
        // Indonesian unless asked otherwise: never the machine's own language.
        Locale.setDefault(Locale.ROOT);
        Locale help = english(args) ? Locale.ENGLISH : Locale.ROOT;
        CommandLine line = new CommandLine(new Patuh(new RuleSets(args), out));
        addVerbs(line, args);
        line.setResourceBundle(ResourceBundle.getBundle("id.patuh.cli.help", help));
        line.setOut(writer(out));
        line.setErr(writer(err));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, result) -> failed(e, command, help));
        line.setParameterExceptionHandler((e, strings) -> {
            CommandLine command = e.getCommandLine();
            ResourceBundle texts = ResourceBundle.getBundle("id.patuh.cli.help", help);
            command.getErr().println(Printable.of(wrongUsage(e, texts)));
            command.getErr().println(texts.getString("help.hint"));
            return ExitCode.USAGE;
        });
        return line.execute(args);
    }

    /** Each verb takes its time to set up: the others are left out where the first argument names one. */
    private static void addVerbs(CommandLine line, String[] args) {
        List<Class<?>> named = VERBS.stream()
                .filter(verb -> args.length > 0 && name(verb).equals(args[0]))
                .toList();
        (named.isEmpty() ? VERBS : named).forEach(verb -> line.addSubcommand(name(verb), verb));
    }

    private static String name(Class<?> verb) {
        return verb.getAnnotation(Command.class).name();
    }

    private static String wrongUsage(CommandLine.ParameterException e, ResourceBundle texts) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return texts.getString("argument.unknown").replace("{0}", String.join(" ", unmatched.getUnmatched()));
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            return texts.getString("argument.missing")
                    .replace("{0}", missing.getMissing().get(0).paramLabel());
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return texts.getString("argument.unreadable")
                    .replace("{0}", e.getArgSpec().paramLabel())
                    .replace("{1}", e.getValue());
        }
        return e.getMessage();
    }

    private static boolean english(String[] args) {
        int at = Arrays.asList(args).indexOf("--lang");
        return Arrays.asList(args).contains("--lang=en")
                || at >= 0 && at + 1 < args.length && args[at + 1].equals("en");
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** The one place where exceptions become exit codes. */
    private static int failed(Exception e, CommandLine command, Locale help) {
        PrintWriter err = command.getErr();
        if (e instanceof RuleSetException rules) {
            Language language = help.equals(Locale.ENGLISH) ? Language.EN : Language.ID;
            rules.problems().forEach(problem -> err.println(Printable.of(Reasons.of(problem, language))));
            return ExitCode.USAGE;
        }
        if (e instanceof UsageException) {
            err.println(Printable.of(e.getMessage()));
            return ExitCode.USAGE;
        }
        if (e instanceof SpoolException spool) {
            String text = ResourceBundle.getBundle("id.patuh.cli.help", help).getString("temporary.unusable");
            err.println(
                    Printable.of(text.replace("{0}", spool.folder()).replace("{1}", Vault.cause(spool.getCause()))));
            return ExitCode.INTERNAL;
        }
        if (e instanceof RuleLimitException limit) {
            String text = ResourceBundle.getBundle("id.patuh.cli.help", help).getString("rules.limit");
            err.println(Printable.of(text.replace("{0}", limit.getMessage())));
            return ExitCode.INTERNAL;
        }
        if (e instanceof RuleFailedException) {
            String text = ResourceBundle.getBundle("id.patuh.cli.help", help).getString("rules.failed");
            err.println(Printable.of(text.replace("{0}", e.getMessage())));
            return ExitCode.INTERNAL;
        }
        e.printStackTrace(err);
        return ExitCode.INTERNAL;
    }
}
