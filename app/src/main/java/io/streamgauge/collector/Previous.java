package io.streamgauge.collector;

import com.carrotsearch.hppc.LongHashSet;
import io.streamgauge.lake.CrawlRecord;
import io.streamgauge.lake.Landing;
import io.streamgauge.lake.SnapshotFormat;
import io.streamgauge.lake.SnapshotId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The snapshot before: who was live then, in which languages, and how its crawl went. */
final class Previous {

    /** An older one says too little of who is live now. */
    static final Duration OLDEST = Duration.ofHours(3);

    private final CrawlRecord crawl;
    private final LongHashSet streams;
    private final LongHashSet channels;
    private final Map<String, Integer> languages;

    private Previous(CrawlRecord crawl, LongHashSet streams, LongHashSet channels, Map<String, Integer> languages) {
        this.crawl = crawl;
        this.streams = streams;
        this.channels = channels;
        this.languages = Map.copyOf(languages);
    }

    /** The newest complete one that is not too old, or else the newest partial one, that of the same slot included. */
    static Optional<Previous> of(Landing landing, SnapshotFormat format, SnapshotId now) {
        return landing.newest(now, OLDEST).map(landed -> {
            CrawlRecord crawl = format.readCrawl(landing.file(landed));
            LongHashSet streams = new LongHashSet(crawl.rows());
            LongHashSet channels = new LongHashSet(crawl.rows());
            Map<String, Integer> languages = new HashMap<>();
            format.readStreams(landing.file(landed), stream -> {
                if (streams.add(Key.of(stream.id()))) {
                    languages.merge(stream.language(), 1, Integer::sum);
                }
                if (Key.isNumber(stream.userId())) {
                    channels.add(Key.of(stream.userId()));
                }
            });
            return new Previous(crawl, streams, channels, languages);
        });
    }

    CrawlRecord crawl() {
        return crawl;
    }

    boolean hadStream(long stream) {
        return streams.contains(stream);
    }

    /** Channels live then whose ids are numbers. */
    LongHashSet channels() {
        return channels;
    }

    /** Streams by the language that they showed. */
    Map<String, Integer> languages() {
        return languages;
    }
}
