package io.streamgauge.web.page;

import io.streamgauge.analytics.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a crawl's record in words. */
final class CrawlFacts {

    private static final int LANGUAGES = 6;

    private CrawlFacts() {}

    static List<DataPage.Fact> of(Status.Crawl crawl) {
        List<DataPage.Fact> facts = new ArrayList<>();
        facts.add(new DataPage.Fact("Began", Times.full(crawl.startedAt()) + " UTC"));
        facts.add(new DataPage.Fact("Took", Times.took(crawl.wallSeconds())));
        facts.add(new DataPage.Fact(
                "Way", crawl.mode().equals("languages") ? "by language, eight walks at once" : "in one walk"));
        facts.add(new DataPage.Fact("Pages", Numbers.exact(crawl.pages())));
        facts.add(new DataPage.Fact(
                "Rows",
                Numbers.exact(crawl.rows()) + ", " + Numbers.exact(crawl.duplicates()) + " of them repeats and "
                        + Numbers.exact(crawl.malformed()) + " that did not fit"));
        facts.add(new DataPage.Fact("Streams that the listing showed", known(crawl.listed())));
        facts.add(new DataPage.Fact("Found only by asking for their channels", Numbers.exact(crawl.recovered())));
        facts.add(new DataPage.Fact("Missed, by estimate", known(crawl.missed())));
        facts.add(new DataPage.Fact("Calls by answer", counts(crawl.calls())));
        facts.add(new DataPage.Fact("Points of the rate limit", known(crawl.points())));
        facts.add(new DataPage.Fact("Waited for the rate limit", Times.took(crawl.throttledSeconds())));
        if (!crawl.partitions().isEmpty()) {
            facts.add(new DataPage.Fact("Rows by language walked", languages(crawl.partitions())));
        }
        if (crawl.fallback() != null) {
            facts.add(new DataPage.Fact("Not walked by language, because", crawl.fallback()));
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

    private static String languages(Map<String, Integer> rows) {
        String largest = rows.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LANGUAGES)
                .map(entry -> LanguageNames.of(entry.getKey()) + " " + Numbers.exact(entry.getValue()))
                .collect(Collectors.joining(", "));
        return rows.size() <= LANGUAGES ? largest : largest + ", and " + (rows.size() - LANGUAGES) + " more";
    }
}
