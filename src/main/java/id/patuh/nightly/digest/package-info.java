/** Digests: what a night came to, told to each recipient in one message. */
package id.patuh.nightly.digest;
