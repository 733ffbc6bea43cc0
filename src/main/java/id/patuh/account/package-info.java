/** Who may use the web application and its API, by which password or token, and what they did. */
package id.patuh.account;
