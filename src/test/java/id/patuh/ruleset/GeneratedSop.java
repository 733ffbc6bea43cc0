package id.patuh.ruleset;

import id.patuh.law.Clock;
import id.patuh.law.TimeLimit;
import id.patuh.sop.Constraint;
import id.patuh.sop.ConstraintKind;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.violation.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** SOPs of any shape that SOP files allow, with texts that trip writers. */
public final class GeneratedSop {

    private static final List<String> TEXTS = List.of(
            "Surat edaran",
            "Draf; surat",
            "- garis",
            "1. butir satu 2. butir dua",
            "a: b # c",
            "[x], {y}",
            "true",
            "null",
            "12",
            "2025-01-01",
            "=1+1",
            "@a",
            "'kutip' \"ganda\"",
            " spasi ",
            "dua\nbaris",
            "a\u0001b",
            "_x0041_",
            "\u00e9\u4e2d\ud83d\ude00\u00a0",
            "C:\\temp",
            "Kepala:",
            "UU 25/2009 [uu-25-2009]",
            "? tanya",
            "& jangkar *",
            "%",
            "x\ty",
            "-",
            "Kepala Bagian, Umum");

    private final Random random;

    private GeneratedSop(long seed) {
        this.random = new Random(seed);
    }

    /** The SOP of a seed. */
    public static Sop of(long seed) {
        return new GeneratedSop(seed).sop();
    }

    private Sop sop() {
        boolean free = random.nextInt(4) == 0;
        List<String> roles = list(4);
        List<Step> steps = steps(roles, free);
        return new Sop(
                text(),
                text(),
                text(),
                maybe(this::text),
                maybe(this::text),
                maybe(this::date),
                maybe(this::date),
                date(),
                maybe(() -> LocalDate.of(2099, 1, 1)),
                new Sop.Ratification(maybe(this::text), random.nextBoolean(), random.nextBoolean()),
                list(3),
                maybe(this::text),
                maybe(this::text),
                items(3, () -> new Sop.LegalReference(text(), maybe(() -> "uu-25-2009"))),
                list(3),
                list(3),
                list(3),
                list(3),
                items(3, () -> new Sop.Qualification(maybe(this::text), list(3))),
                list(2),
                random.nextBoolean(),
                maybe(() -> "asn-wit") == null ? "asn" : "asn-wit",
                roles,
                aliases(roles),
                maybe(() -> new Sop.SurveyDuty(
                        maybe(() -> 1 + random.nextInt(100)),
                        list(3),
                        List.of(steps.get(random.nextInt(steps.size())).no()))),
                free,
                steps,
                constraints(steps),
                "generated.yaml");
    }

    private List<Step> steps(List<String> roles, boolean free) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0, no = 0; i <= random.nextInt(6); i++) {
            no += 1 + random.nextInt(2);
            numbers.add(no);
        }
        List<Step> steps = new ArrayList<>();
        boolean elapsed = random.nextInt(3) == 0;
        for (int i = 0; i < numbers.size(); i++) {
            List<Integer> before = numbers.subList(0, i);
            List<Integer> implied = free || i == 0 ? List.of() : List.of(numbers.get(i - 1));
            // A table that names its roles has no others.
            List<String> executor = new ArrayList<>(roles.isEmpty() ? list(1) : List.of());
            roles.stream()
                    .filter(r -> random.nextBoolean())
                    .forEach(r -> executor.add(random.nextInt(2) == 0 ? 0 : executor.size(), r));
            String within = maybe(() -> random.nextBoolean() ? 1 + random.nextInt(30) + " hari" : "sesuai jadwal");
            steps.add(new Step(
                    numbers.get(i),
                    i,
                    text(),
                    executor,
                    random.nextBoolean(),
                    list(3),
                    within,
                    TimeLimit.parse(within).orElse(null),
                    maybe(() -> "follow-up-plan"),
                    list(3),
                    random.nextInt(3) > 0
                            ? implied
                            : before.stream().filter(b -> random.nextBoolean()).toList(),
                    random.nextInt(3) == 0 ? !free : free,
                    maybe(this::text),
                    maybe(() -> new Step.Decision(
                            maybe(() -> numbers.get(random.nextInt(numbers.size()))),
                            maybe(() -> numbers.get(0)),
                            random.nextBoolean())),
                    elapsed || random.nextInt(5) == 0 ? Clock.ELAPSED : Clock.WORKING,
                    maybe(this::text)));
        }
        return steps;
    }

    private List<Constraint> constraints(List<Step> steps) {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ConstraintKind kind = ConstraintKind.values()[random.nextInt(ConstraintKind.values().length)];
            List<Step> shuffled = new ArrayList<>(steps);
            Collections.shuffle(shuffled, random);
            List<Step> named = shuffled.subList(0, Math.min(shuffled.size(), 1 + random.nextInt(3)));
            String limit = 1 + random.nextInt(30) + (random.nextBoolean() ? " hari kerja" : " jam");
            if (kind.takes(named.size())) {
                constraints.add(new Constraint(
                        i + text(),
                        kind,
                        named,
                        kind.isCounted() ? 1 + random.nextInt(3) : 1,
                        kind.isLimited() ? limit : null,
                        kind.isLimited() ? TimeLimit.parse(limit).orElseThrow() : null,
                        kind.isLimited() ? Clock.values()[random.nextInt(2)] : null,
                        maybe(() -> Severity.values()[random.nextInt(4)]),
                        maybe(() -> "patuh-policy/pemisahan-tugas")));
            }
        }
        return constraints;
    }

    private Map<String, List<String>> aliases(List<String> roles) {
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            aliases.put(roles.isEmpty() ? text() : roles.get(random.nextInt(roles.size())), list(2));
        }
        return aliases;
    }

    private LocalDate date() {
        return LocalDate.of(2020 + random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private String text() {
        String one = TEXTS.get(random.nextInt(TEXTS.size()));
        return random.nextInt(3) == 0 ? one + " " + TEXTS.get(random.nextInt(TEXTS.size())) : one;
    }

    private List<String> list(int most) {
        return items(most, this::text);
    }

    private <T> List<T> items(int most, Supplier<T> item) {
        List<T> items = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            items.add(item.get());
        }
        return items;
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }
}
