package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class IgdbTest extends SimulatorTest {

    @Test
    void gamesAreFoundByIdWithWhatWasAskedFor() {
        TwitchCaller caller = givenCaller();
        Category category = WORLD.categories().stream()
                .filter(each -> !each.igdbId().isEmpty())
                .findFirst()
                .orElseThrow();

        JsonNode rows = caller.igdb(
                        "games",
                        "fields name,genres.name,themes,first_release_date; where id = (" + category.igdbId()
                                + ",1); limit 500;")
                .json();

        assertThat(rows.size()).isEqualTo(1);
        JsonNode game = rows.get(0);
        assertThat(game.path("id").asString()).isEqualTo(category.igdbId());
        assertThat(game.path("name").asString()).isEqualTo(category.name());
        assertThat(game.path("genres").get(0).propertyNames()).containsExactly("id", "name");
        assertThat(game.propertyNames()).doesNotContain("slug", "game_type");
    }

    @Test
    void keysWithoutAValueAreAbsentAndSomeIdsLeadNowhere() {
        TwitchCaller caller = givenCaller();
        List<String> ids = WORLD.categories().stream()
                .map(Category::igdbId)
                .filter(id -> !id.isEmpty())
                .limit(500)
                .toList();

        JsonNode rows = caller.igdb("games", "fields *; where id = (" + String.join(",", ids) + "); limit 500;")
                .json();

        assertThat(rows.size()).isBetween(480, 499);
        assertThat(IntStream.range(0, rows.size()).filter(at -> rows.get(at).has("genres")))
                .hasSizeBetween(430, 490);
    }

    @Test
    void aGameWithoutAnIdAtTwitchIsFoundByTwitchs() {
        TwitchCaller caller = givenCaller();
        List<String> without = IntStream.range(0, Categories.COUNT)
                .filter(number -> !CategoryNames.isActivity(number))
                .mapToObj(WORLD.categories()::get)
                .filter(category -> category.igdbId().isEmpty())
                .map(Category::id)
                .toList();

        JsonNode rows = caller.igdb(
                        "external_games",
                        "fields uid,game.name; where external_game_source = 14 & uid = (\""
                                + String.join("\",\"", without) + "\"); limit 500;")
                .json();

        assertThat(rows.size()).isBetween(without.size() / 2, without.size() - 1);
        assertThat(without).contains(rows.get(0).path("uid").asString());
        assertThat(rows.get(0).path("game").propertyNames()).containsExactly("id", "name");
    }

    @Test
    void listsOfLabelsAreWhole() {
        TwitchCaller caller = givenCaller();

        assertThat(caller.igdb("genres", "fields name; limit 500;").json().size())
                .isEqualTo(23);
        assertThat(caller.igdb("themes", "fields name; limit 500;").json().size())
                .isEqualTo(22);
        assertThat(caller.igdb("game_modes", "fields name; limit 500;").json().size())
                .isEqualTo(6);
    }

    @Test
    void fourCallsPassInAnySecond() {
        TwitchCaller caller = givenCaller();
        for (int call = 0; call < 4; call++) {
            assertThat(caller.igdb("genres", "fields name;").status()).isEqualTo(200);
        }
        assertThat(caller.igdb("genres", "fields name;").status()).isEqualTo(429);

        serviceClock.advance(Duration.ofMillis(999));
        assertThat(caller.igdb("genres", "fields name;").status()).isEqualTo(429);
        serviceClock.advance(Duration.ofMillis(1));
        assertThat(caller.igdb("genres", "fields name;").status()).isEqualTo(200);
    }

    @Test
    void nineCallsAtOnceAreTooMany() throws InterruptedException {
        OpenCalls open = new OpenCalls();
        IgdbGate gate = new IgdbGate(new Tokens(serviceClock, Duration.ofHours(1)), serviceClock, open);
        Call call = new Call("POST", "/v4/games", Query.of(""), Query.of(""), "", name -> null);
        CountDownLatch begun = new CountDownLatch(9);
        for (int at = 0; at < 9; at++) {
            new Thread(() -> {
                        open.begin(call);
                        begun.countDown();
                    })
                    .start();
        }
        begun.await();

        assertThat(gate.before(any -> Reply.empty()).answer(call).status()).isEqualTo(429);
        open.end(call);
        assertThat(gate.before(any -> Reply.empty()).answer(call).status()).isEqualTo(401);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        TwitchCaller caller = givenCaller();

        assertThat(caller.igdb("games", "fields name; limit 501;").status()).isEqualTo(403);
        assertThat(caller.igdb("games", "fields name; where name ~ \"x\";")
                        .json()
                        .get(0)
                        .path("status")
                        .intValue())
                .isEqualTo(400);
        TwitchCaller stranger = TwitchCaller.without(givenServer(SETTINGS));
        assertThat(stranger.igdb("games", "fields name;").json().path("message").asString())
                .isEqualTo("Authorization Failure. Have you tried:");
    }

    @Test
    void recordedCategoriesAndGamesAreServed(@TempDir Path folder) throws Exception {
        write(folder, "20260101T000000Z", "games.jsonl", """
                {"id":"1","name":"Old","box_art_url":"a","igdb_id":"7"}
                {"id":"2","name":"Talk","box_art_url":"b","igdb_id":""}
                """);
        write(folder, "20260101T001500Z", "games.jsonl", """
                {"id":"1","name":"New","box_art_url":"a","igdb_id":"7"}
                """);
        write(folder, "20260101T001500Z", "streams.jsonl", "{\"id\":\"9\",\"user_id\":\"3\",\"game_id\":\"1\"}\n");
        write(folder, "20260101T001500Z", "igdb_games.jsonl", "{\"id\":7,\"genres\":[12],\"name\":\"Quest\"}\n");
        write(folder, "20260101T001500Z", "igdb_games_with_modes.jsonl", "{\"id\":7,\"name\":\"Quest\"}\n");
        write(folder, "20260101T001500Z", "igdb_genres.jsonl", "{\"id\":12,\"name\":\"Role-playing (RPG)\"}\n");

        try (SimulatorServer server = SimulatorServer.start(Replay.of(folder), SETTINGS)) {
            TwitchCaller caller = TwitchCaller.withToken(server);
            assertThat(caller.get("/helix/games?id=1&id=2&id=3").rows().stream()
                            .map(row -> row.path("name").asString()))
                    .containsExactly("New", "Talk");
            assertThat(caller.walk("/helix/games/top?first=1")).hasSize(2);
            assertThat(caller.igdb("games", "fields name,genres.name,game_modes.name; where id = (7);")
                            .text())
                    .isEqualTo("[{\"id\":7,\"name\":\"Quest\","
                            + "\"genres\":[{\"id\":12,\"name\":\"Role-playing (RPG)\"}]}]");
        }
    }

    private static void write(Path folder, String snapshot, String name, String lines) throws Exception {
        Path file = Files.createDirectories(folder.resolve(snapshot)).resolve(name + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }
}
