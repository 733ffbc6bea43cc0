/** Pages on which files are handed in to be checked, and on which is seen what was found. */
package id.patuh.web.check;
