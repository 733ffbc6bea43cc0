/** Benchmarks, run on demand: see src/docs/benchmarks.md. */
package id.patuh.bench;
