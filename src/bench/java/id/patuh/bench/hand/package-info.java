/** The limit: what one would write who needs nothing but speed for exactly the rules of {@code rules/drl/sop}. */
package id.patuh.bench.hand;
