/**
 * Lists that may outgrow the memory: their first items stay objects, further ones go to a temporary file. And files that
 * are whole or not there.
 */
package id.patuh.spool;
