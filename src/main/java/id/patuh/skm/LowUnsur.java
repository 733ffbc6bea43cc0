package id.patuh.skm;

/**
 * One of a survey's lowest unsur.
 *
 * @param name its official name
 * @param tied whether it shares its value with others across the cut, so that not all of them need be taken up
 */
public record LowUnsur(String name, boolean tied) {}
