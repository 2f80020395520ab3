package io.streamgauge.collector;

import com.carrotsearch.hppc.LongArrayList;
import io.streamgauge.twitch.StreamRow;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.StreamsPage;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for channels, a hundred in a call, whether they are live; what is found goes into the haul as recovered. Each call asks
 * for a few channels too that the listing has just shown: an answer that lacks these is no answer.
 */
final class SecondLook {

    private static final Logger LOG = LoggerFactory.getLogger(SecondLook.class);

    private final TwitchClient twitch;
    private final Haul haul;
    private final Together together;

    SecondLook(TwitchClient twitch, Haul haul, Together together) {
        this.twitch = twitch;
        this.haul = haul;
        this.together = together;
    }

    /**
     * What came of it. Channels are asked for in random order, so that those asked stand for those that were not.
     *
     * @param candidates channels that could have been asked for
     * @param asked those that were
     * @param found those of them that were live
     */
    record Result(int candidates, int asked, int found) {

        /** How many of all candidates are live, by the share of those asked; 0 where none was. */
        long live() {
            return asked == 0 ? 0 : Math.round((double) candidates * found / asked);
        }

        /** Live candidates that were not asked for. */
        long leftOut() {
            return live() - found;
        }

        boolean isEmpty() {
            return asked == 0;
        }
    }

    /** @param channels ids that are numbers, in any order; shuffled here */
    Result at(LongArrayList channels, int most, long seed) throws InterruptedException {
        shuffle(channels, new Random(seed));
        int before = haul.recovered();
        AtomicInteger asked = new AtomicInteger();
        List<Together.Task> tasks = new ArrayList<>();
        List<String> witnesses = haul.witnesses();
        int inACall = StreamsFilter.MOST_VALUES - witnesses.size();
        int end = Math.min(most, channels.size());
        for (int from = 0; from < end; from += inACall) {
            List<String> ids = ids(channels, from, Math.min(end, from + inACall));
            tasks.add(mayGoOn -> asked.addAndGet(ask(ids, witnesses)));
        }
        try {
            together.run(tasks);
        } catch (TwitchException e) {
            LOG.warn("Only {} of {} channels could be asked for directly: {}", asked, end, e.getMessage());
        }
        return new Result(channels.size(), asked.get(), haul.recovered() - before);
    }

    /** How many of the channels the answer tells about: all, or none where it cannot be believed. */
    private int ask(List<String> ids, List<String> witnesses) throws InterruptedException {
        List<String> all = new ArrayList<>(ids);
        all.addAll(witnesses);
        StreamsPage answer = twitch.firstStreams(StreamsFilter.channels(all));
        List<String> shown = answer.rows().stream()
                .map(StreamRow::userId)
                .filter(Objects::nonNull)
                .toList();
        if (!all.containsAll(shown)) {
            LOG.warn("Asked for {} channels, Twitch sent streams of others", all.size());
            return 0;
        }
        if (!witnesses.isEmpty() && Collections.disjoint(witnesses, shown)) {
            LOG.warn("Asked for {} channels, Twitch did not even send those it had just listed", all.size());
            return 0;
        }
        haul.addRecovered(answer.without(witnesses));
        return ids.size();
    }

    private static List<String> ids(LongArrayList channels, int from, int to) {
        List<String> ids = new ArrayList<>(to - from);
        for (int index = from; index < to; index++) {
            ids.add(Long.toString(channels.get(index)));
        }
        return ids;
    }

    private static void shuffle(LongArrayList values, Random random) {
        for (int index = values.size() - 1; index > 0; index--) {
            int other = random.nextInt(index + 1);
            long kept = values.get(index);
            values.set(index, values.get(other));
            values.set(other, kept);
        }
    }
}
