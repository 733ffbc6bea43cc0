package id.patuh.facts;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the cases of logs share, of those logs that were needed lately. For many threads. */
final class StoredLogs {

    /** In bytes: the words of some dozens of large logs. */
    private static final long MOST = 32L << 20;

    /**
     * By which they are known.
     *
     * @param fileId of the log
     * @param writing how often they were written anew
     */
    record Key(long fileId, int writing) {}

    private final Map<Key, LogWords> known = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** Null where they are not known now. */
    synchronized LogWords find(Key key) {
        return known.get(key);
    }

    synchronized void keep(Key key, LogWords words) {
        LogWords before = known.put(key, words);
        size += words.size() - (before == null ? 0 : before.size());
        Iterator<LogWords> oldest = known.values().iterator();
        while (size > MOST && known.size() > 1) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }
}
