/** What the columns of files are taken for, shown and corrected, and mappings that are saved for units. */
package id.patuh.web.mapping;
