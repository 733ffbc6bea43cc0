/** What managers may change of a rule set, as tables of cells: given out, taken back, and made changes of. */
package id.patuh.edit;
