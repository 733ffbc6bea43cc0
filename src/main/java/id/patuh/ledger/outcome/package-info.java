/** What people find by hand where rules could not be evaluated. */
package id.patuh.ledger.outcome;
