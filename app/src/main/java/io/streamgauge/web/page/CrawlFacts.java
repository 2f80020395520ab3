package io.streamgauge.web.page;

import io.streamgauge.analytics.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says a crawl's record in words. */
final class CrawlFacts {

    private static final int LANGUAGES = 6;

    private CrawlFacts() {}

    static List<DataPage.Fact> of(Status.Crawl crawl) {
        List<DataPage.Fact> facts = new ArrayList<>();
        facts.add(new DataPage.Fact("Began", Times.full(crawl.startedAt()) + " UTC", "started_at"));
        facts.add(new DataPage.Fact("Took", Times.took(crawl.wallSeconds()), "wall_seconds"));
        facts.add(new DataPage.Fact(
                "Way", crawl.mode().equals("languages") ? "by language, eight walks at once" : "in one walk", ""));
        facts.add(new DataPage.Fact("Pages", Numbers.exact(crawl.pages()), "pages"));
        facts.add(new DataPage.Fact(
                "Rows",
                Numbers.exact(crawl.rows()) + ", " + Numbers.exact(crawl.duplicates()) + " of them repeats and "
                        + Numbers.exact(crawl.malformed()) + " that did not fit",
                "rows duplicates malformed"));
        facts.add(new DataPage.Fact("Streams that the listing showed", known(crawl.listed()), "listed"));
        facts.add(new DataPage.Fact(
                "Found only by asking for their channels", Numbers.exact(crawl.recovered()), "recovered"));
        facts.add(new DataPage.Fact("Missed, by estimate", known(crawl.missed()), "missed"));
        facts.add(new DataPage.Fact(
                "Calls by answer",
                counts(crawl.calls()),
                places("calls", crawl.calls().keySet().stream().sorted())));
        facts.add(new DataPage.Fact("Points of the rate limit", known(crawl.points()), "points"));
        facts.add(new DataPage.Fact(
                "Waited for the rate limit", Times.took(crawl.throttledSeconds()), "throttled_seconds"));
        if (!crawl.partitions().isEmpty()) {
            facts.add(languages(crawl.partitions()));
        }
        if (crawl.fallback() != null) {
            facts.add(new DataPage.Fact("Not walked by language, because", crawl.fallback(), "fallback"));
        }
        return facts;
    }

    private static String known(Integer count) {
        return count == null ? "not measured" : Numbers.exact(count);
    }

    private static String counts(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + ": " + Numbers.exact(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static DataPage.Fact languages(Map<String, Integer> rows) {
        List<String> largest = rows.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LANGUAGES)
                .map(Map.Entry::getKey)
                .toList();
        String words = largest.stream()
                .map(language -> LanguageNames.of(language) + " " + Numbers.exact(rows.get(language)))
                .collect(Collectors.joining(", "));
        String places = places("partitions", largest.stream());
        return new DataPage.Fact(
                "Rows by language walked",
                rows.size() <= LANGUAGES ? words : words + ", and " + (rows.size() - LANGUAGES) + " more",
                rows.size() <= LANGUAGES ? places : places + " partitions");
    }

    private static String places(String field, Stream<String> keys) {
        return keys.map(key -> field + "/" + key).collect(Collectors.joining(" "));
    }
}
