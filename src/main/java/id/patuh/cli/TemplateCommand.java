package id.patuh.cli;

import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Sop;
import id.patuh.template.TemplateException;
import id.patuh.template.TemplateKind;
import id.patuh.template.TemplateRequest;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code patuh template}. */
@Command(name = "template", resourceBundle = "id.patuh.cli.help", mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions options;

    @Option(names = "--sop", paramLabel = "ID", descriptionKey = "template-sop")
    private String sop;

    @Parameters(paramLabel = "KIND", descriptionKey = "template-kind")
    private String kind;

    @Override
    public Integer call() {
        TemplateKind wanted = TemplateKind.of(kind).orElseThrow(() -> options.usage("template.unknown", kind));
        options.checkWorkbookOutput();
        RuleSet ruleSet = options.ruleSet();
        LocalDate day = LocalDate.ofInstant(options.asOf(), options.zone());
        Sop chosen =
                sop == null ? null : ruleSet.sops().find(sop, day).orElseThrow(() -> options.usage("sop.unknown", sop));
        TemplateRequest request = new TemplateRequest(ruleSet, chosen, day, options.language());
        try {
            options.writeFile(to -> wanted.write(request, to));
        } catch (TemplateException e) {
            throw options.usage(e.key(), e.value());
        }
        return ExitCode.OK;
    }
}
