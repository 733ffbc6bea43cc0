package id.patuh.sop;

import id.patuh.wording.Wording;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published procedure.
 *
 * @param id short id, {@code B276}
 * @param number as printed
 * @param title as printed
 * @param agency who issued it
 * @param unit the unit within the agency, or null
 * @param created date of making (tanggal pembuatan), or null
 * @param revised date of revision, or null
 * @param inForce first day in force
 * @param until last day in force, or null
 * @param ratification who ratified it (pengesahan)
 * @param subjects what it is about, as {@code skm}, {@code complaint}
 * @param purpose text of its purpose (tujuan), or null
 * @param scope text of its scope (ruang lingkup), or null
 * @param legalBasis what it cites (dasar hukum)
 * @param related related SOPs (keterkaitan)
 * @param equipment (peralatan/perlengkapan)
 * @param warnings (peringatan)
 * @param records (pencatatan dan pendataan)
 * @param qualifications of executors (kualifikasi pelaksana)
 * @param externalInputs documents that come from outside the procedure
 * @param clockInferred whether the SOP leaves open which clock its times run on
 * @param calendar id of its working calendar
 * @param roles columns of the table of executors
 * @param roleAliases other spellings of roles
 * @param survey what it demands of the survey it governs, or null
 * @param free whether its steps follow no order ({@code flow: free})
 * @param steps rows of the table, in its order
 * @param constraints what the table's order cannot say
 * @param file file of the rule set that defines it
 */
public record Sop(
        String id,
        String number,
        String title,
        String agency,
        String unit,
        LocalDate created,
        LocalDate revised,
        LocalDate inForce,
        LocalDate until,
        Ratification ratification,
        List<String> subjects,
        String purpose,
        String scope,
        List<LegalReference> legalBasis,
        List<String> related,
        List<String> equipment,
        List<String> warnings,
        List<String> records,
        List<Qualification> qualifications,
        List<String> externalInputs,
        boolean clockInferred,
        String calendar,
        List<String> roles,
        Map<String, List<String>> roleAliases,
        SurveyDuty survey,
        boolean free,
        List<Step> steps,
        List<Constraint> constraints,
        String file) {

    // Logs also write "Langkah 4", "4." and, from spreadsheets, "4.0".
    private static final Pattern STEP_NUMBER =
            Pattern.compile("(?i)(?:(?:langkah|step|tahap|nomor|no\\.?)\\s*)?(\\d{1,6})(?:[.)]|[.,]0+)?");

    private static final Pattern NUMBER_AND_TITLE =
            Pattern.compile("(?:(?i:langkah|step)\\s+)?(\\d{1,4})\\s*[.):-]\\s*(\\S.*)", Pattern.DOTALL);

    /**
     * Who ratified an SOP. Names and numbers of officials are not kept.
     *
     * @param position the office that ratified it, or null
     * @param signatoryNamed whether the document names the person
     * @param nipGiven whether the document gives the person's staff number
     */
    public record Ratification(String position, boolean signatoryNamed, boolean nipGiven) {}

    /**
     * A regulation that an SOP cites.
     *
     * @param text as printed
     * @param source id of the source it means, or null when that cannot be told
     */
    public record LegalReference(String text, String source) {}

    /**
     * What the executors in a role must be able to do.
     *
     * @param role the role, or null for all
     * @param requires as printed
     */
    public record Qualification(String role, List<String> requires) {}

    /**
     * What an SOP demands of its survey.
     *
     * @param minRespondents least number of respondents, or null
     * @param groups groups that must be among them
     * @param steps the steps that plan and hold the survey
     */
    public record SurveyDuty(Integer minRespondents, List<String> groups, List<Integer> steps) {}

    public Sop {
        subjects = List.copyOf(subjects);
        legalBasis = List.copyOf(legalBasis);
        related = List.copyOf(related);
        equipment = List.copyOf(equipment);
        warnings = List.copyOf(warnings);
        records = List.copyOf(records);
        qualifications = List.copyOf(qualifications);
        externalInputs = List.copyOf(externalInputs);
        roles = List.copyOf(roles);
        roleAliases = Map.copyOf(new LinkedHashMap<>(roleAliases));
        steps = List.copyOf(steps);
        constraints = List.copyOf(constraints);
    }

    /** An SOP that states no constraints. */
    public Sop(
            String id,
            String number,
            String title,
            String agency,
            String unit,
            LocalDate created,
            LocalDate revised,
            LocalDate inForce,
            LocalDate until,
            Ratification ratification,
            List<String> subjects,
            String purpose,
            String scope,
            List<LegalReference> legalBasis,
            List<String> related,
            List<String> equipment,
            List<String> warnings,
            List<String> records,
            List<Qualification> qualifications,
            List<String> externalInputs,
            boolean clockInferred,
            String calendar,
            List<String> roles,
            Map<String, List<String>> roleAliases,
            SurveyDuty survey,
            boolean free,
            List<Step> steps,
            String file) {
        this(
                id,
                number,
                title,
                agency,
                unit,
                created,
                revised,
                inForce,
                until,
                ratification,
                subjects,
                purpose,
                scope,
                legalBasis,
                related,
                equipment,
                warnings,
                records,
                qualifications,
                externalInputs,
                clockInferred,
                calendar,
                roles,
                roleAliases,
                survey,
                free,
                steps,
                List.of(),
                file);
    }

    /** The step with this number. */
    public Optional<Step> step(int no) {
        return steps.stream().filter(s -> s.no() == no).findFirst();
    }

    /** The step that a log means by a number ("4", "4."), by the step's title, or by both ("4. Melaksanakan survey"). */
    public Optional<Step> step(String text) {
        Integer no = stepNumber(text);
        if (no != null) {
            return step(no);
        }
        Optional<Step> titled = titled(text);
        Matcher both = NUMBER_AND_TITLE.matcher(text == null ? "" : text.strip());
        return titled.isPresent() || !both.matches()
                ? titled
                : titled(both.group(2)).filter(s -> s.no() == Integer.parseInt(both.group(1)));
    }

    private Optional<Step> titled(String text) {
        String wanted = Wording.normalise(text);
        return steps.stream()
                .filter(s -> Wording.normalise(s.title()).equals(wanted))
                .findFirst();
    }

    /** The number in a text such as "4", "4.", "4.0" or "Langkah 4"; null when it is none. */
    public static Integer stepNumber(String text) {
        Matcher number = STEP_NUMBER.matcher(text == null ? "" : text.strip());
        return number.matches() ? Integer.valueOf(number.group(1)) : null;
    }

    /** Whether the SOP was in force on the day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(inForce) && (until == null || !day.isAfter(until));
    }

    /** The role that a log means by its spelling: the SOP's own word for an alias, else the spelling itself. */
    public String role(String spelling) {
        String wanted = Wording.normalise(spelling);
        for (Map.Entry<String, List<String>> alias : roleAliases.entrySet()) {
            if (alias.getValue().stream().anyMatch(a -> Wording.normalise(a).equals(wanted))) {
                return alias.getKey();
            }
        }
        return spelling;
    }
}
