package io.streamgauge.twitch;

import java.time.Instant;

/**
 * An app access token.
 *
 * @param renewAt from when on another one is asked for: some time before its end
 */
record AppToken(String value, Instant renewAt) {

    boolean isDue(Instant now) {
        return !now.isBefore(renewAt);
    }

    @Override
    public String toString() {
        return "AppToken[***, renewAt=" + renewAt + "]";
    }
}
