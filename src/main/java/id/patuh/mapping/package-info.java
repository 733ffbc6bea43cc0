/** How exports of other systems are to be read: which column is which field, and what its values mean. */
package id.patuh.mapping;
