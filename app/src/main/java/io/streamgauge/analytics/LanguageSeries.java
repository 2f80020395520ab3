package io.streamgauge.analytics;

import io.streamgauge.engine.Span;
import java.util.List;

/** A language's viewers and channels from snapshot to snapshot. */
final class LanguageSeries {

    private final View view;

    LanguageSeries(View view) {
        this.view = view;
    }

    List<Lineup.Point> points(Span span, String language) {
        return view.observations(
                """
                select
                    languages.snapshot_at,
                    reach.sampled_until,
                    reach.reaches_until,
                    languages.viewers,
                    languages.channels
                from gold_language_metrics as languages
                inner join snapshot_reach as reach on languages.snapshot_at = reach.snapshot_at
                inner join target_periods as asked
                    on reach.snapshot_at < asked.period_end
                    and reach.reaches_until > asked.period_start
                where languages.language = ?
                order by languages.snapshot_at
                """,
                List.of("target_periods", "gold_language_metrics", "snapshot_reach"),
                span,
                List.of(language),
                row -> {
                    Held held = Held.within(
                            span,
                            row.instant("snapshot_at"),
                            row.instant("sampled_until"),
                            row.instant("reaches_until"));
                    return new Lineup.Point(
                            held.at(), held.bridgedFrom(), held.until(), row.number("viewers"), row.number("channels"));
                });
    }
}
