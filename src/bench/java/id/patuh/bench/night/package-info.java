/** Whole nights: what they cost by what is stored, and by what changed. */
package id.patuh.bench.night;
