/** Pages on units: how their violations, surveys and follow-ups stand over the nights, and what people do about them. */
package id.patuh.web.unit;
