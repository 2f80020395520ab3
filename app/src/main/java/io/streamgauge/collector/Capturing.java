package io.streamgauge.collector;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.cursors.LongCursor;
import io.streamgauge.lake.CrawlRecord.Capture;
import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what the listing hid. Channels live in the last snapshot that the listing lacks are asked for directly, and so is
 * a small random sample of channels seen a day ago. How many more were live is then estimated: those of the former that were
 * not asked for, and newcomers, whom no snapshot vouches for and of whom crawls miss the share that {@link Newcomers} tells.
 * After a partial snapshot nothing is estimated: it may lack what this listing lacks.
 */
final class Capturing {

    private static final Logger LOG = LoggerFactory.getLogger(Capturing.class);

    private static final int MOST_ASKED = 30_000;
    private static final int PROBED = 500;
    private static final Duration PROBED_BEFORE = Duration.ofDays(1);

    private final Landing landing;
    private final SnapshotFormat format;
    private final Haul haul;
    private final Newcomers newcomers;
    private final SecondLook look;

    Capturing(Landing landing, SnapshotFormat format, Haul haul, Newcomers newcomers, SecondLook look) {
        this.landing = landing;
        this.format = format;
        this.haul = haul;
        this.newcomers = newcomers;
        this.look = look;
    }

    Capture after(Previous previous, SnapshotId at, CrawlMode mode) throws InterruptedException {
        long seed = at.at().getEpochSecond();
        LongArrayList missing = missing(previous.channels(), new LongHashSet());
        int still = previous.channels().size() - missing.size();
        SecondLook.Result look = this.look.at(missing, MOST_ASKED, seed);
        SecondLook.Result probe = probe(previous, at);
        int asked = look.asked() + probe.asked();
        boolean tells = previous.crawl().complete() && (!look.isEmpty() || look.candidates() == 0);
        if (!tells) {
            return new Capture(haul.listed(), asked, null);
        }
        double missedShare = look.live() == 0 ? 0 : (double) look.live() / (look.live() + still);
        double youngShare = Math.max(missedShare, newcomers.missedShare(mode).orElse(0));
        double young = youngShare < 1 ? newcomers.young() * youngShare / (1 - youngShare) : 0;
        long missed = look.leftOut() + Math.round(Math.max(young, certain(probe)));
        return new Capture(haul.listed(), asked, Math.toIntExact(missed));
    }

    private SecondLook.Result probe(Previous previous, SnapshotId at) throws InterruptedException {
        SnapshotId dayBefore = SnapshotId.at(at.at().minus(PROBED_BEFORE));
        Optional<Landing.Landed> sampled = landing.complete(dayBefore);
        if (sampled.isEmpty()) {
            return new SecondLook.Result(0, 0, 0);
        }
        LongHashSet channels = new LongHashSet();
        try {
            format.readStreams(landing.file(sampled.get()), stream -> {
                if (Key.isNumber(stream.userId())) {
                    channels.add(Key.of(stream.userId()));
                }
            });
        } catch (LakeException e) {
            LOG.warn("No channels of a day ago are asked for: {}", e.getMessage());
        }
        return look.at(missing(channels, previous.channels()), PROBED, at.at().getEpochSecond());
    }

    /** Live channels among all that could have been probed, so far as the sample shows more of them than chance would. */
    private static double certain(SecondLook.Result probe) {
        double beyondChance = probe.found() - 2 * Math.sqrt(probe.found());
        return probe.asked() == 0 || beyondChance <= 0
                ? 0
                : beyondChance * probe.candidates() / probe.asked() - probe.found();
    }

    private LongArrayList missing(LongHashSet channels, LongHashSet but) {
        LongArrayList missing = new LongArrayList();
        for (LongCursor channel : channels) {
            if (!haul.hasChannel(channel.value) && !but.contains(channel.value)) {
                missing.add(channel.value);
            }
        }
        return missing;
    }
}
