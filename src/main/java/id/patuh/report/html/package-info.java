/** The report as one page that holds everything and asks no other computer for anything. */
package id.patuh.report.html;
