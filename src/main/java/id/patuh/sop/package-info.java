/** SOP definitions, the cases run under them and their activities, bound to each other. */
package id.patuh.sop;
