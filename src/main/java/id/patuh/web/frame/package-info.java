/** What surrounds the content of every page: menu, language, theme, assets, and pages for what could not be done. */
package id.patuh.web.frame;
