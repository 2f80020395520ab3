package io.streamgauge.web.page;

import io.streamgauge.web.breaks.Break;
import java.util.List;

/** The known breaks in counting, the newest first. */
public record BreaksPage(Layout layout, List<Entry> entries) {

    public record Entry(
            String id, String when, String title, String change, String effect, String source, String site) {

        public static Entry of(Break each) {
            return new Entry(
                    each.id(),
                    BreakMark.when(each),
                    each.title(),
                    each.change(),
                    each.effect(),
                    each.source(),
                    each.source().replaceFirst("^https?://(www\\.)?", "").replaceFirst("[/?#].*$", ""));
        }
    }
}
