package io.streamgauge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.engine.Target.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void aPeriodIsCutIntoEdgesHoursAndDays() {
        Target target = new Target("asked", span("2026-01-05T21:50:00Z", "2026-01-07T01:10:00Z"));

        assertThat(target.pieces())
                .containsExactly(
                        piece(Kind.EDGE, "2026-01-05T21:50:00Z", "2026-01-05T22:00:00Z"),
                        piece(Kind.HOUR, "2026-01-05T22:00:00Z", "2026-01-05T23:00:00Z"),
                        piece(Kind.HOUR, "2026-01-05T23:00:00Z", "2026-01-06T00:00:00Z"),
                        piece(Kind.DAY, "2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z"),
                        piece(Kind.HOUR, "2026-01-07T00:00:00Z", "2026-01-07T01:00:00Z"),
                        piece(Kind.EDGE, "2026-01-07T01:00:00Z", "2026-01-07T01:10:00Z"));
    }

    @Test
    void theCutsLeaveNothingOutAndTakeNothingTwice() {
        Random random = new Random(3);
        for (int times = 0; times < 500; times++) {
            Instant from = Instant.parse("2026-01-05T00:00:00Z").plusSeconds(random.nextInt(200_000));
            Span span = new Span(from, from.plusSeconds(1 + random.nextInt(400_000)));
            List<Target.Piece> pieces = new Target("asked", span).pieces();

            Instant at = span.from();
            for (Target.Piece piece : pieces) {
                assertThat(piece.span().from()).isEqualTo(at);
                at = piece.span().to();
            }
            assertThat(at).isEqualTo(span.to());
        }
    }

    private static Target.Piece piece(Kind kind, String from, String to) {
        return new Target.Piece(kind, span(from, to));
    }

    private static Span span(String from, String to) {
        return new Span(Instant.parse(from), Instant.parse(to));
    }
}
