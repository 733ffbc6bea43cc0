/** The life of violations from run to run: new, persisting, resolved, reopened. */
package id.patuh.ledger.life;
