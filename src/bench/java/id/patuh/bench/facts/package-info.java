/** What it costs to store facts, and to find and read those that changed. */
package id.patuh.bench.facts;
