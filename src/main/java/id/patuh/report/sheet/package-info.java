/** Reports as tables: CSV and workbooks. */
package id.patuh.report.sheet;
