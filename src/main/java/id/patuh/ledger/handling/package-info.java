/** What people say of violations, and who is to see to them. */
package id.patuh.ledger.handling;
