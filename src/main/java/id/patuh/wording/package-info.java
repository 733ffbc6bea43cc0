/** How names that people write differently are compared: exactly, normalised, nearly. */
package id.patuh.wording;
