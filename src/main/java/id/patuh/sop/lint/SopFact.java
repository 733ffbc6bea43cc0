package id.patuh.sop.lint;

import id.patuh.law.Parameters;
import id.patuh.sop.Sop;
import id.patuh.sop.Step;
import id.patuh.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An SOP definition as a whole. */
public final class SopFact extends LintFact {

    private static final String SUBJECT_WORDS = "lint/subject-words-";

    private final Parameters.InForce law;
    private final TotalTime total;

    SopFact(Sop sop, LocalDate asOf, Parameters.InForce law, TotalTime total) {
        super(sop, asOf);
        this.law = law;
        this.total = total;
    }

    /** Whether it tells when it was revised. */
    public boolean isRevisionDated() {
        return sop.revised() != null;
    }

    /** What is missing of its ratification: {@code jabatan}, {@code nama}, {@code NIP}. */
    public List<String> getUnratified() {
        List<String> missing = new ArrayList<>();
        if (sop.ratification().position() == null) {
            missing.add("jabatan");
        }
        if (!sop.ratification().signatoryNamed()) {
            missing.add("nama");
        }
        if (!sop.ratification().nipGiven()) {
            missing.add("NIP");
        }
        return missing;
    }

    /** Whether it says what is to be recorded. */
    public boolean isRecorded() {
        return !sop.records().isEmpty();
    }

    /** Whether it leaves open which clock its times run on. */
    public boolean isClockUnstated() {
        return sop.clockInferred() && sop.steps().stream().anyMatch(s -> s.limit() != null);
    }

    /** Numbers of the steps whose executors were inferred. */
    public List<Integer> getInferredSteps() {
        return sop.steps().stream().filter(Step::executorInferred).map(Step::no).toList();
    }

    /** Items of the equipment list that stand in it twice, also as one side of "A/B". */
    public List<String> getRepeatedEquipment() {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String item : sop.equipment()) {
            for (String part : item.split("/")) {
                if (!seen.add(Wording.normalise(part))) {
                    repeated.add(part.strip());
                }
            }
        }
        return List.copyOf(repeated);
    }

    /** Parts that speak of another subject than the title does. */
    public List<String> getStrayParts() {
        Set<String> title = subjectsIn(sop.title());
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tujuan", sop.purpose());
        parts.put("ruang lingkup", sop.scope());
        StringBuilder qualifications = new StringBuilder();
        sop.qualifications()
                .forEach(q ->
                        qualifications.append(String.join(" ", q.requires())).append(' '));
        parts.put("kualifikasi pelaksana", qualifications.toString());
        parts.put("peringatan", String.join(" ", sop.warnings()));
        parts.put("pencatatan dan pendataan", String.join(" ", sop.records()));
        List<String> stray = new ArrayList<>();
        parts.forEach((name, text) -> {
            Set<String> subjects = subjectsIn(text);
            if (!title.isEmpty() && !subjects.isEmpty() && subjects.stream().noneMatch(title::contains)) {
                stray.add(name);
            }
        });
        return stray;
    }

    /** The title. */
    public String getTitle() {
        return sop.title();
    }

    private Set<String> subjectsIn(String text) {
        Set<String> words = new HashSet<>(List.of(Wording.normalise(text).split(" ")));
        Set<String> subjects = new TreeSet<>();
        for (String key : law.keys(SUBJECT_WORDS)) {
            if (law.words(key).stream().anyMatch(words::contains)) {
                subjects.add(key);
            }
        }
        return subjects;
    }

    /** The strictest limit set elsewhere on the time of all steps together; null when there is none. */
    public String getTotalLimit() {
        return total.limit();
    }

    /** Whether the steps' limits, in working time, add up to more than {@link #getTotalLimit()}. */
    public boolean isTotalExceeded() {
        return total.exceeded();
    }

    /** The sum of the steps' limits in working days. */
    public BigDecimal getTotalDays() {
        return total.days();
    }
}
