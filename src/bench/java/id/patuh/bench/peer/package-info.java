/** Others doing patuh's work on activity logs: each reads the log itself and lists the violations of the rules it covers. */
package id.patuh.bench.peer;
