package io.streamgauge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From page to page of a real lake by their links: every figure is what the API says. */
final class FiguresAgreeTest {

    private static final String MEASURED =
            "/|/(channels|categories|languages|genres|themes|modes|ages|releases|compare|moment|data|search|how)"
                    + "|/(channels|categories|genres|themes|modes|ages)/.*|/embed/.*";
    private static final int OF_A_KIND = 3;

    @TempDir
    Path folder;

    @Test
    void everyFigureOnEveryPageIsThatOfTheApi() {
        try (RealLake lake = new RealLake(folder);
                WebServer server = WebServer.start(WebSettings.loopback(0), lake.analytics())) {
            Agreement agreement = new Agreement(new Visitor(server));
            Set<String> pages = walk(server, "30,31,none", agreement::check).keySet();
            assertThat(agreement.complaints()).isEmpty();
            assertThat(List.of("/genres", "/genres/", "/ages", "/ages/", "/releases"))
                    .allSatisfy(kind -> assertThat(pages).anyMatch(address -> address.startsWith(kind)));
            assertThat(agreement.held()).isGreaterThan(1_000);
        }
    }

    @Test
    void everyFigureAboutALakeInWhichEverythingHasHappenedIsThatOfTheApi() {
        FakeAnalytics analytics = new FakeAnalytics().givenStatus(FakeStatus::eventful);
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            Agreement agreement = new Agreement(visitor);
            for (String address : List.of("/data", "/search?q=a", "/how?period=last-day")) {
                agreement.check(address, Jsoup.parse(visitor.get(address).body()));
            }
            assertThat(agreement.complaints()).isEmpty();
            assertThat(agreement.held()).isGreaterThan(100);
        }
    }

    @Test
    void aFigureThatDiffersOrHasNoTieIsFound() {
        try (RealLake lake = new RealLake(folder);
                WebServer server = WebServer.start(WebSettings.loopback(0), lake.analytics())) {
            Visitor visitor = new Visitor(server);
            Document page = Jsoup.parse(visitor.get("/?period=last-hour").body());
            page.selectFirst("dd.value").text("1,234,567");
            page.selectFirst(".ranking-table td.peak span").text("9,999");
            page.selectFirst(".rankings td.average")
                    .text("77")
                    .parent()
                    .parent()
                    .parent()
                    .removeAttr("data-rows");
            page.selectFirst("svg.heat g rect title").text("Mon 00:00: 4,242,424");
            Agreement agreement = new Agreement(visitor);
            agreement.check("/", page);
            assertThat(agreement.complaints())
                    .anyMatch(text -> text.contains("says 1,234,567 where the API says"))
                    .anyMatch(text -> text.contains("has no tie to the API"))
                    .anyMatch(text -> text.contains("says 4,242,424 where the API says"));
        }
    }

    @Test
    void aFigureAboutTheDataThatDiffersOrHasNoTieIsFound() {
        FakeAnalytics analytics = new FakeAnalytics().givenStatus(FakeStatus::eventful);
        try (WebServer server = WebServer.start(WebSettings.loopback(0), analytics)) {
            Visitor visitor = new Visitor(server);
            Document data = Jsoup.parse(visitor.get("/data").body());
            data.selectFirst(".slot-table td:last-child").text("41 of 42");
            data.selectFirst(".slot-table tr:nth-child(2) path.slot").attr("d", "M0 0h774V24h-774z");
            data.selectFirst("[data-rows=/troubles] td:last-child").text("page 13");
            data.selectFirst("[data-rows=/runs] td:nth-child(6)").text("3 min 20 s");
            data.selectFirst("[data-rows=/quality]").removeAttr("data-rows");
            data.selectFirst("dl.facts dd").text("Sun 22 Nov 2026, 10:16 UTC");
            data.selectFirst("dl.facts").select("dd:contains(repeats)").removeAttr("data-field");
            Document search = Jsoup.parse(visitor.get("/search?q=a").body());
            search.selectFirst(".seen").text("last seen Sat 21 Nov 2026, 10:15 UTC");
            search.select(".hits").last().child(0).remove();
            Document how = Jsoup.parse(visitor.get("/how?period=last-day").body());
            how.selectFirst("[data-field=missing_slots]").text("7 slots between them");
            how.selectFirst("[data-field=count first last]").removeAttr("data-field");
            Agreement agreement = new Agreement(visitor);
            agreement.check("/data", data);
            agreement.check("/search", search);
            agreement.check("/how", how);
            assertThat(agreement.complaints())
                    .anyMatch(text -> text.contains("says 41 where the API says 42"))
                    .anyMatch(text -> text.contains("draws [complete at 0]"))
                    .anyMatch(text -> text.contains("says 13, which none"))
                    .anyMatch(text -> text.contains("says 3 min 20 s where the API says 14"))
                    .anyMatch(text -> text.contains("'2 of 672'") && text.contains("has no tie to the API"))
                    .anyMatch(text -> text.contains("tells 10:16, expected one of [10:15]"))
                    .anyMatch(text -> text.contains("of them repeats") && text.contains("has no tie to the API"))
                    .anyMatch(text -> text.contains("does not tell the day of"))
                    .anyMatch(text -> text.contains("has not as many rows as the API"))
                    .anyMatch(text -> text.contains("says 7, which none"))
                    .anyMatch(text -> text.contains("complete snapshots, the first") && text.contains("has no tie"));
        }
    }

    /**
     * Visits a few pages of each kind.
     *
     * @param categories some that there are, to compare
     * @return the pages by their addresses
     */
    static Map<String, String> walk(WebServer server, String categories, BiConsumer<String, Document> each) {
        Visitor visitor = new Visitor(server);
        Map<String, String> pages = new TreeMap<>();
        Map<String, Integer> kinds = new TreeMap<>();
        Deque<String> waiting = new ArrayDeque<>(List.of(
                "/",
                "/?period=last-hour",
                "/compare?categories=" + categories + "&period=last-hour",
                "/embed/overview",
                "/search?q=name",
                "/search?q=cat"));
        while (!waiting.isEmpty()) {
            String address = waiting.remove();
            URI uri = URI.create(address);
            String path = uri.getPath()
                    .replaceAll("(?<=/(channels|categories|broadcasts|genres|themes|modes|ages)/)[^/]+", "*");
            if (!uri.getPath().matches(MEASURED)
                    || kinds.getOrDefault(path, 0) == OF_A_KIND
                    || pages.containsKey(address)) {
                continue;
            }
            kinds.merge(path, 1, Integer::sum);
            HttpResponse<String> response = visitor.get(address);
            assertThat(response.statusCode()).as(address).isEqualTo(200);
            Document page = Jsoup.parse(response.body());
            each.accept(address, page);
            pages.put(address, response.body());
            for (Element link : page.select("a[href^=/]")) {
                waiting.add(link.attr("href").replaceFirst("#.*", ""));
            }
        }
        assertThat(kinds)
                .containsKeys(
                        "/",
                        "/channels/*",
                        "/categories/*",
                        "/channels/*/broadcasts/*",
                        "/moment",
                        "/compare",
                        "/languages",
                        "/embed/overview",
                        "/data",
                        "/search",
                        "/how");
        return pages;
    }
}
