/** Keeps rules to what rules may do: their text before it is built, their classes before they are loaded, their joins. */
package id.patuh.engine.guard;
