/** The one use case: read what was given, bind it to the rule set, judge it, say what was found. */
package id.patuh.check;
