/** The web application under load, from a process of its own. */
package id.patuh.bench.web;
