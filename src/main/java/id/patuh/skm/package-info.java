/** Satisfaction surveys, what was published of them and their follow-up: facts and exact IKM arithmetic. */
package id.patuh.skm;
