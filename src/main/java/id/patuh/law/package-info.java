/** Time as the law counts it: limits, the clocks they run on, and calendars of working time. */
package id.patuh.law;
