/** Pictures as SVG, each with the table of what it shows: pure functions of plain figures and texts. */
package id.patuh.chart;
