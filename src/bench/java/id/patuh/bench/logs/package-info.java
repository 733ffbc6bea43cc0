/** Activity logs of any size, made up. */
package id.patuh.bench.logs;
