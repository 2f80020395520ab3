package io.streamgauge.simulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is live at one time. */
final class Listing {
    private final Instant time;
    private final List<LiveStream> streams;
    private List<Category> topCategories;

    Listing(Instant time, List<LiveStream> streams) {
        this.time = time;
        this.streams = streams;
    }

    Instant time() {
        return time;
    }

    List<LiveStream> streams() {
        return streams;
    }

    /** The place of the first stream whose score is below this one. */
    int firstBelow(double score) {
        int low = 0;
        int high = streams.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (streams.get(middle).score() < score) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** By viewers, most first. */
    synchronized List<Category> topCategories() {
        if (topCategories == null) {
            Map<String, Long> viewers = new HashMap<>();
            Map<String, Category> newest = new HashMap<>();
            for (LiveStream stream : streams) {
                viewers.merge(stream.gameId(), (long) stream.viewerCount(), Long::sum);
                newest.put(stream.gameId(), stream.category());
            }
            newest.remove("");
            topCategories = newest.values().stream()
                    .sorted((left, right) -> {
                        int byViewers = Long.compare(viewers.get(right.id()), viewers.get(left.id()));
                        return byViewers != 0 ? byViewers : left.id().compareTo(right.id());
                    })
                    .toList();
        }
        return topCategories;
    }
}
