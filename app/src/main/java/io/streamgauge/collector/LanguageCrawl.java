package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks by language, several at once, beside an unfiltered walk: a short one each time, a whole one when that is due. Where they
 * do not fit together, the unfiltered walk goes on to the end and counts, and crawls are unfiltered for a while.
 */
final class LanguageCrawl {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageCrawl.class);

    /** Snapshots from one whole control to the next: a day of them at the usual cadence. */
    static final int CONTROL_EVERY = 96;

    /** Snapshots that are walked unfiltered after a mismatch, before walks by language are tried again. */
    static final int WALK_AFTER_MISMATCH = 4;

    private static final int SHORT_CONTROL_PAGES = 20;

    private final Walk unfiltered;
    private final Map<String, Walk> walks = new LinkedHashMap<>();
    private final Optional<Previous> previous;
    private final Together together;

    /** @param walking makes the walk for a language */
    LanguageCrawl(Walk unfiltered, Function<String, Walk> walking, Optional<Previous> previous, Together together) {
        this.unfiltered = unfiltered;
        this.previous = previous;
        this.together = together;
        LanguageCodes.after(previous).forEach(code -> walks.put(code, walking.apply(code)));
    }

    /** The unfiltered walk has begun already. */
    Listing run() throws InterruptedException {
        Optional<CrawlRecord.Languages> before =
                previous.map(snapshot -> snapshot.crawl().languages());
        if (before.isPresent() && isOff(before.get())) {
            unfiltered.goOn(Walk.MOST_PAGES, () -> true);
            CrawlRecord.Languages still = new CrawlRecord.Languages(
                    before.get().rows(),
                    before.get().sinceControl() + 1,
                    before.get().fallback());
            return Listing.of(unfiltered, still);
        }
        boolean isControl = before.isPresent() && isControlDue(before.get());
        Control control = new Control(walks, previous);
        Optional<String> nonsense = walk(isControl);
        Optional<String> unfinished = unfinished();
        if (unfinished.isPresent()) {
            return languages(unfinished, control, sinceControl(isControl, before));
        }
        Optional<String> mismatch = nonsense.or(control::ofWalks).or(() -> control.against(unfiltered));
        if (mismatch.isPresent()) {
            LOG.warn("Crawling without languages for now: {}", mismatch.get());
            unfiltered.goOn(Walk.MOST_PAGES, () -> true);
            return Listing.of(unfiltered, new CrawlRecord.Languages(control.rows(), 0, mismatch.get()));
        }
        return languages(Optional.empty(), control, sinceControl(isControl, before));
    }

    private static Listing languages(Optional<String> shortcoming, Control control, Integer sinceControl) {
        return new Listing(
                shortcoming, false, CrawlMode.LANGUAGES, new CrawlRecord.Languages(control.rows(), sinceControl, null));
    }

    /** Where time was too short; that tells nothing of whether the walks fit together. */
    private Optional<String> unfinished() {
        long walking = walks.values().stream().filter(Walk::isOutOfTime).count();
        return walking == 0
                ? Optional.empty()
                : Optional.of("the time for it was over while " + walking + " of " + walks.size()
                        + " walks by language were under way or to come");
    }

    private static boolean isOff(CrawlRecord.Languages before) {
        return before.fallback() != null
                && before.sinceControl() != null
                && before.sinceControl() + 1 < WALK_AFTER_MISMATCH;
    }

    private static boolean isControlDue(CrawlRecord.Languages before) {
        return before.fallback() != null || before.sinceControl() == null || before.sinceControl() + 1 >= CONTROL_EVERY;
    }

    /** Null, which makes the next one a control, where there never was one and where this one broke off. */
    private Integer sinceControl(boolean isControl, Optional<CrawlRecord.Languages> before) {
        if (isControl) {
            return unfiltered.shortcoming().isEmpty() ? Integer.valueOf(0) : null;
        }
        boolean followsWalk = previous.isPresent() && before.isEmpty();
        return followsWalk
                ? Integer.valueOf(1)
                : before.map(walk -> walk.sinceControl() + 1).orElse(null);
    }

    /** Walks until all have ended or one shows that it makes no sense. */
    private Optional<String> walk(boolean isControl) throws InterruptedException {
        AtomicReference<String> nonsense = new AtomicReference<>();
        List<Together.Task> tasks = new ArrayList<>();
        tasks.add(mayGoOn -> unfiltered.goOn(
                isControl ? Walk.MOST_PAGES : SHORT_CONTROL_PAGES,
                () -> mayGoOn.getAsBoolean() && (isControl || nonsense.get() == null)));
        walks.forEach((code, walk) -> tasks.add(mayGoOn -> {
            walk.goOn(Walk.MOST_PAGES, () -> {
                Control.strangers(code, walk).ifPresent(mismatch -> nonsense.compareAndSet(null, mismatch));
                return mayGoOn.getAsBoolean() && nonsense.get() == null;
            });
            Control.cutShort(code, walk).ifPresent(mismatch -> nonsense.compareAndSet(null, mismatch));
        }));
        together.run(tasks);
        return Optional.ofNullable(nonsense.get());
    }
}
