/** Workbooks that people fill in: templates of the input files, and SOPs as tables in their official layout. */
package id.patuh.template;
