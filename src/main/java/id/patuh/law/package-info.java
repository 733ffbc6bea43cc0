/** What was in force on a date: sources of law, dated parameters, working calendars. */
package id.patuh.law;
