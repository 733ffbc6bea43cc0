/** What was collected, by scope, so that rules can be applied to it again: files once, versions of cases, what is due. */
package id.patuh.facts;
