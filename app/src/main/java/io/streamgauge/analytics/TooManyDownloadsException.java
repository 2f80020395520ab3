package io.streamgauge.analytics;

/** As many downloads as are allowed at once are under way. */
public final class TooManyDownloadsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyDownloadsException(int most) {
        super(most + " downloads of tables are under way, which is the most at once; try again in a minute");
    }
}
