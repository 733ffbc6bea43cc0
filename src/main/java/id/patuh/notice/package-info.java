/** Messages to people and programs: kept in the database until they are delivered, none of them twice by itself. */
package id.patuh.notice;
