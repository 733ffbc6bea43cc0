/** What a check found, in every form: the only place where values become words. */
package id.patuh.report;
