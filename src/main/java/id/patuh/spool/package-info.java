/** Lists that may outgrow the memory: their first items stay objects, further ones go to a temporary file. */
package id.patuh.spool;
