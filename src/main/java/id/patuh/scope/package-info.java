/** What is collected and checked time and again, an inbox mostly of one unit, and who may write for it. */
package id.patuh.scope;
