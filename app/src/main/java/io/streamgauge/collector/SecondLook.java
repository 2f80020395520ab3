package io.streamgauge.collector;

import com.carrotsearch.hppc.LongArrayList;
import io.streamgauge.twitch.StreamsFilter;
import io.streamgauge.twitch.StreamsPage;
import io.streamgauge.twitch.TwitchClient;
import io.streamgauge.twitch.TwitchException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for channels one by one, a hundred in a call, whether they are live; what is found goes into the haul as recovered. */
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
        int end = Math.min(most, channels.size());
        for (int from = 0; from < end; from += StreamsFilter.MOST_VALUES) {
            List<String> ids = ids(channels, from, Math.min(end, from + StreamsFilter.MOST_VALUES));
            tasks.add(mayGoOn -> {
                StreamsPage answer = twitch.firstStreams(StreamsFilter.channels(ids));
                if (isAbout(ids, answer)) {
                    haul.addRecovered(answer);
                    asked.addAndGet(ids.size());
                } else {
                    LOG.warn("Asked for {} channels, Twitch sent streams of others", ids.size());
                }
            });
        }
        try {
            together.run(tasks);
        } catch (TwitchException e) {
            LOG.warn("Only {} of {} channels could be asked for directly: {}", asked, end, e.getMessage());
        }
        return new Result(channels.size(), asked.get(), haul.recovered() - before);
    }

    /** An answer that shows other channels tells nothing about those that were asked for. */
    private static boolean isAbout(List<String> ids, StreamsPage answer) {
        Set<String> asked = Set.copyOf(ids);
        return answer.rows().stream().allMatch(row -> row.userId() == null || asked.contains(row.userId()));
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
