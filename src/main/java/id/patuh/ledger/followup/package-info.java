/** What became of the items of follow-up plans (RTL), and whether the unsur rose that they were for. */
package id.patuh.ledger.followup;
