/** Surveys of any size, made up. */
package id.patuh.bench.surveys;
