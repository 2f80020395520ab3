package io.streamgauge.cli;

import io.streamgauge.lake.LakeException;
import io.streamgauge.lake.LakeOwner;
import io.streamgauge.lake.Store;
import io.streamgauge.s3.S3Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the lake, and at one whose landing area is read along. */
final class LakeExamination {

    private final Places places;
    private final Clock clock;

    LakeExamination(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    List<Check> examine() {
        List<Check> checks = new ArrayList<>();
        checks.add(own());
        places.landingFrom().ifPresent(other -> checks.add(landing(other)));
        return checks;
    }

    private Check own() {
        LakePlace place = places.lake();
        try {
            Optional<String> refusal = place.mayExist() ? refusal(place) : Optional.empty();
            if (refusal.isPresent()) {
                return Check.fail(
                        "lake",
                        refusal.get(),
                        "name that environment with --env, or another lake with --lake, to write");
            }
            if (place instanceof LakePlace.Bucket bucket) {
                return bucket(bucket);
            }
            place.open(clock).close();
            return Check.ok("lake", place + " can be written");
        } catch (LakeException e) {
            return Check.fail(
                    "lake",
                    e.getMessage(),
                    place instanceof LakePlace.Bucket
                            ? "mend what it says, or choose another lake with --lake"
                            : "give write permission, or choose another folder with --lake");
        }
    }

    private Check bucket(LakePlace.Bucket bucket) {
        try (S3Store store = bucket.open(clock)) {
            store.probe();
            return Check.ok("lake", bucket + " can be read and written, and keeps conditions of writes");
        }
    }

    private Optional<String> refusal(LakePlace place) {
        Store store = place.openToRead(clock);
        try {
            return LakeOwner.of(store).flatMap(owner -> owner.refusal(store, places.environment()));
        } finally {
            store.close();
        }
    }

    private Check landing(LakePlace other) {
        Store store = other.openToRead(clock);
        try {
            int files = store.list("landing/").size();
            String owner = LakeOwner.of(store)
                    .map(known -> ", of the environment '" + known.environment() + "'")
                    .orElse("");
            return files == 0
                    ? Check.warn("landing from", other + " has nothing in landing" + owner, "name a lake that has")
                    : Check.ok("landing from", other + " has " + files + " files in landing" + owner);
        } catch (LakeException e) {
            return Check.fail("landing from", e.getMessage(), "mend what it says, or unset STREAMGAUGE_LANDING_FROM");
        } finally {
            store.close();
        }
    }
}
