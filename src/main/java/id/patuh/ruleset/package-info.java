/** Reads {@code rules/}: everything that a regulation or an SOP sets, as one immutable value known by its hash. */
package id.patuh.ruleset;
