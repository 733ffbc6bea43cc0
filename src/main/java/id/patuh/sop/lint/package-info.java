/** What the linter of SOP definitions judges: steps, documents, roles and citations, compared with each other. */
package id.patuh.sop.lint;
