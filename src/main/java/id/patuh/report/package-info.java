/** What a check found as text and JSON: the only place where values become words. */
package id.patuh.report;
