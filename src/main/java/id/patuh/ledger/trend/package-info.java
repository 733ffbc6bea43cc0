/** What the ledger tells over time: grades of surveys, and counts of violations. */
package id.patuh.ledger.trend;
