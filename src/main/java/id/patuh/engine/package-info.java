/** Compiles rules and runs them over facts; the only package that knows Drools. */
package id.patuh.engine;
