package id.patuh.template;

import id.patuh.report.Language;
import id.patuh.ruleset.RuleSet;
import id.patuh.sop.Sop;
import java.time.LocalDate;

/**
 * What a template is wanted for.
 *
 * @param ruleSet names SOPs, roles, groups and unsur
 * @param sop the SOP whose steps, roles and groups may be chosen, or null for any
 * @param day the day whose law holds
 * @param language of notes and instructions
 */
public record TemplateRequest(RuleSet ruleSet, Sop sop, LocalDate day, Language language) {}
