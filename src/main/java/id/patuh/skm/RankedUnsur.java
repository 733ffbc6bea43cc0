package id.patuh.skm;

import java.math.BigDecimal;

/**
 * One of the lowest unsur of a survey.
 *
 * @param rank from 1, the lowest; equal means share it
 * @param code number in the official order
 * @param name official name
 * @param mean NRR on the scale of the questionnaire
 * @param tied whether more unsur have this mean than there is room for among the lowest
 */
public record RankedUnsur(int rank, String code, String name, BigDecimal mean, boolean tied) {}
