/** Parts of patuh measured alone, each beside what does the same without patuh. */
package id.patuh.bench.jmh;
