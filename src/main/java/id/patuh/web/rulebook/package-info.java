/** Pages on rules: those in force, versions of the rule set, their way from the draft on, and what is changed in them. */
package id.patuh.web.rulebook;
