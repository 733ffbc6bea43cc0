package id.patuh.skm;

import java.util.List;

/**
 * What an SOP demands of the survey held under it.
 *
 * @param sop short id of the SOP
 * @param minimumRespondents least number of respondents, or null when it names none
 * @param groups groups that must be among the respondents; empty when it names none
 * @param ground the provision, ready to be quoted, or null
 */
public record SopDuty(String sop, Integer minimumRespondents, List<String> groups, String ground) {

    public SopDuty {
        groups = List.copyOf(groups);
    }
}
