/**
 * The web application: pages made on the server, for auditors, quality managers, leaders and administrators. Besides {@code
 * notice} and {@code account} the only package that knows Spring. Whatever the pages show and do stands in the packages below, which the command
 * line uses, too.
 */
package id.patuh.web;
