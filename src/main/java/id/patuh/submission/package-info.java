/**
 * Files that people hand in to be checked at once, through pages or the API: who handed in what, the queue of those that wait, and
 * what the checks found, kept to be looked at. Any number of processes may work on one queue.
 */
package id.patuh.submission;
