package io.streamgauge.web.page;

import io.streamgauge.analytics.Status;
import java.util.Optional;

/** The platform at the newest snapshot. */
public record Now(String viewers, String channels, String categories) {

    public static Optional<Now> of(Status status) {
        return status.newest()
                .map(newest -> new Now(
                        Numbers.exact(newest.viewers()),
                        Numbers.exact(newest.channels()),
                        Numbers.exact(newest.categories())));
    }
}
