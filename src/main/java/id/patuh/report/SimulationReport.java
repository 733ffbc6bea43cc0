package id.patuh.report;

/** What a change of the rule set would change, as text or JSON. */
public final class SimulationReport {

    private final SimulationTally tally;
    private final Language language;

    public SimulationReport(SimulationTally tally, Language language) {
        this.tally = tally;
        this.language = language;
    }

    /** For a person: the sum first, then what it is made of. */
    public String text() {
        return new SimulationText(tally, language).write();
    }

    /** For programs. */
    public String json() {
        return new SimulationJson(tally).write();
    }
}
