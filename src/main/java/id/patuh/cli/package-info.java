/** The command line. Starts neither Spring nor anything else that a check does not need. */
package id.patuh.cli;
