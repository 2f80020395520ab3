package io.streamgauge.collector;

import io.streamgauge.lake.CrawlRecord.Capture;
import java.util.Locale;
import java.util.Optional;

/** Whether a crawl is complete, by its walks and by what the second look found. */
final class Verdict {

    /** With so large a share of the live streams seen, a listing has come to its end, however it ended. */
    private static final double PROOF = 0.9;

    /** With so small a share, it has not, whatever it says. */
    private static final double LEAST_SHARE = 0.85;

    private static final int FEW_STREAMS = 100;
    private static final int FEW_ROWS = 10;
    private static final double FEW_MALFORMED = 0.01;

    private final Listing listing;
    private final Haul haul;
    private final Capture capture;

    /** @param capture or null where it was not measured */
    Verdict(Listing listing, Haul haul, Capture capture) {
        this.listing = listing;
        this.haul = haul;
        this.capture = capture;
    }

    /** Why it is partial, or empty where it is complete. */
    Optional<String> shortcoming() {
        if (listing.shortcoming().isPresent() && !(listing.canBeProven() && isProven())) {
            return listing.shortcoming();
        }
        return malformed().or(this::lacking);
    }

    private Optional<String> malformed() {
        return haul.malformed() > FEW_ROWS && haul.malformed() > FEW_MALFORMED * haul.rows()
                ? Optional.of(haul.malformed() + " of " + haul.rows() + " rows do not fit, the first since "
                        + haul.firstProblem())
                : Optional.empty();
    }

    private Optional<String> lacking() {
        return share() < LEAST_SHARE && unlisted() >= FEW_STREAMS
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the listing lacks about %d of %d live streams, by asking for channels directly",
                        unlisted(),
                        haul.listed() + unlisted()))
                : Optional.empty();
    }

    private boolean isProven() {
        return capture != null && capture.missed() != null && capture.asked() > 0 && share() >= PROOF;
    }

    /** That of the listing in all streams known to have been live. */
    private double share() {
        return haul.listed() / Math.max(1.0, haul.listed() + unlisted());
    }

    private int unlisted() {
        return haul.recovered() + (capture == null || capture.missed() == null ? 0 : capture.missed());
    }
}
