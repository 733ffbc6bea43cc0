/** The page that everybody sees first: how all units stand. */
package id.patuh.web.overview;
