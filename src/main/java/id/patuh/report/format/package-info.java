/** Which forms of reports there are. */
package id.patuh.report.format;
