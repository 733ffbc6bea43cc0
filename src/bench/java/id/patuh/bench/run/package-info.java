/** Whole processes measured side by side. */
package id.patuh.bench.run;
