/** What it takes to put other rules in force while checks go on. */
package id.patuh.bench.swap;
