package id.patuh.check;

import id.patuh.wording.Wording;
import java.util.HashSet;
import java.util.Set;

/** How the case numbers of a log are made. */
public final class CaseShapes {

    /** Case numbers of a log are made alike in few ways; of more shapes any may be one. */
    private static final int MOST_SHAPES = 1_000;

    private final Set<String> shapes = new HashSet<>();
    private String lastCase;

    /** Takes note of a case number; null for none. */
    public void note(String caseId) {
        if (caseId == null || caseId.equals(lastCase) || shapes.size() == MOST_SHAPES) {
            return;
        }
        if (lastCase == null || !Wording.differInFigures(caseId, lastCase)) {
            shapes.add(Wording.shape(caseId));
        }
        lastCase = caseId;
    }

    /** Whether a case number of this shape may have been noted; see {@link Wording#shape}. */
    public boolean has(String shape) {
        return shapes.contains(shape) || shapes.size() == MOST_SHAPES;
    }
}
