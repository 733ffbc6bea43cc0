/** Pages on accounts: one's own, everybody's, and what they did. */
package id.patuh.web.account;
