/** Nights: what units dropped into their inboxes is collected and checked, and what came of it is told. */
package id.patuh.nightly;
