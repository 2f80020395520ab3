package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class StreamsOverHttpTest extends SimulatorTest {
    private static final String ALL = "/helix/streams?first=100";

    @Test
    void aWalkOverAWorldThatStandsStillGivesEveryStreamOnceInOrder() {
        List<JsonNode> rows = givenCaller().walk(ALL);

        assertThat(rows).hasSizeGreaterThan(300);
        assertThat(rows).extracting(row -> row.path("id").asString()).containsExactlyElementsOf(idsOf(stream -> true));
    }

    @Test
    void aRowHasAllFieldsInTheirTypes() {
        JsonNode row = givenCaller().get("/helix/streams?first=1").rows().get(0);
        LiveStream top = WORLD.liveAt(worldClock.instant()).get(0);

        assertThat(row.propertyNames())
                .containsExactly(
                        "id",
                        "user_id",
                        "user_login",
                        "user_name",
                        "game_id",
                        "game_name",
                        "type",
                        "title",
                        "viewer_count",
                        "started_at",
                        "language",
                        "thumbnail_url",
                        "tag_ids",
                        "tags",
                        "is_mature");
        assertThat(row.path("id").asString()).isEqualTo(top.id());
        assertThat(row.path("title").asString()).isEqualTo(top.title());
        assertThat(row.path("viewer_count").isInt()).isTrue();
        assertThat(row.path("viewer_count").intValue()).isEqualTo(top.viewerCount());
        assertThat(row.path("started_at").asString()).isEqualTo(top.startedAt().toString());
        assertThat(row.path("thumbnail_url").asString())
                .isEqualTo("https://static-cdn.jtvnw.net/previews-ttv/live_user_" + top.userLogin()
                        + "-{width}x{height}.jpg");
        assertThat(row.path("tag_ids").isArray()).isTrue();
        assertThat(row.path("is_mature").isBoolean()).isTrue();
    }

    @Test
    void twentyRowsComeUnlessAskedOtherwise() {
        assertThat(givenCaller().get("/helix/streams").rows()).hasSize(20);
    }

    @Test
    void filtersTakeAnyOfTheirValuesAndAllFiltersAtOnce() {
        TwitchCaller caller = givenCaller();
        String game = WORLD.liveAt(worldClock.instant()).get(3).gameId();

        assertThat(ids(caller.walk(ALL + "&language=de&language=fr")))
                .isEqualTo(idsOf(stream ->
                        stream.language().equals("de") || stream.language().equals("fr")))
                .isNotEmpty();
        assertThat(ids(caller.walk(ALL + "&language=en&game_id=" + game)))
                .isEqualTo(idsOf(stream ->
                        stream.language().equals("en") && stream.gameId().equals(game)));
        assertThat(caller.get(ALL + "&language=EN&type=live").text()).isEqualTo("{\"data\":[],\"pagination\":{}}");
    }

    @Test
    void channelsAreLookedUpByIdAndByLoginTogether() {
        TwitchCaller caller = givenCaller();
        List<LiveStream> live = WORLD.liveAt(worldClock.instant());
        LiveStream first = live.get(200);
        LiveStream second = live.get(100);

        Answer answer = caller.get("/helix/streams?user_id=" + first.userId() + "&user_login=" + second.userLogin()
                + "&user_id=999999999999&type=all");

        assertThat(ids(answer.rows())).containsExactly(second.id(), first.id());
        assertThat(answer.cursor()).isEmpty();
    }

    @Test
    void beforeGivesTheSamePageAgain() {
        TwitchCaller caller = givenCaller();
        Answer page = caller.get(TwitchCaller.after(ALL, caller.get(ALL).cursor()));

        Answer again = caller.get(TwitchCaller.after(ALL, page.cursor()).replace("after=", "before="));

        assertThat(again.text()).isEqualTo(page.text());
    }

    @Test
    void answersArePackedWhenAsked() {
        TwitchCaller caller = givenCaller();

        Answer packed = caller.getPacked(ALL);

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.response().body().length).isLessThan(packed.text().length() / 3);
        assertThat(packed.text()).isEqualTo(caller.get(ALL).text());
        assertThat(caller.get(ALL).header("Content-Encoding")).isEmpty();
    }

    @Test
    void anAnswerTakesItsTime() {
        SimulatorSettings slow = SETTINGS.withLatency(Duration.ofMillis(40), Duration.ofMillis(5));
        TwitchCaller caller = TwitchCaller.withToken(givenServer(slow));

        long asked = System.nanoTime();
        caller.get("/helix/streams?first=1");

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
    }

    @Test
    void everyAnswerSaysThatItIsSimulated() {
        TwitchCaller caller = givenCaller();
        for (String path : List.of(ALL, "/nowhere", "/oauth2/validate", "/helix/users")) {
            assertThat(caller.get(path).header("X-Streamgauge-Simulated")).isEqualTo("true");
        }
    }

    private List<String> idsOf(Predicate<LiveStream> wanted) {
        return WORLD.liveAt(worldClock.instant()).stream()
                .filter(wanted)
                .map(LiveStream::id)
                .toList();
    }
}
