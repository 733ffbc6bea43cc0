/** What a violation says: its subject, its severity and the cells of the input that prove it. */
package id.patuh.violation;
