/** The rule set as plain tables, for whoever does patuh's work without patuh. */
package id.patuh.bench.tables;
