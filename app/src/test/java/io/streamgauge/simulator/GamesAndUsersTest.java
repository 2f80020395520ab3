package io.streamgauge.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.simulator.TwitchCaller.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class GamesAndUsersTest extends SimulatorTest {

    @Test
    void topGamesAreAllThatAreLiveByViewers() {
        Map<String, Long> viewers = new HashMap<>();
        WORLD.liveAt(worldClock.instant())
                .forEach(stream -> viewers.merge(stream.gameId(), (long) stream.viewerCount(), Long::sum));
        viewers.remove("");

        List<String> ids = givenCaller().walk("/helix/games/top?first=30").stream()
                .map(row -> row.path("id").asString())
                .toList();

        assertThat(ids).containsExactlyInAnyOrderElementsOf(viewers.keySet());
        assertThat(ids.stream().map(viewers::get)).isSortedAccordingTo((left, right) -> Long.compare(right, left));
    }

    @Test
    void gamesAreFoundByIdAndName() {
        TwitchCaller caller = givenCaller();
        JsonNode top = caller.get("/helix/games/top?first=1").rows().get(0);
        String name = URLEncoder.encode(top.path("name").asString(), StandardCharsets.UTF_8);

        assertThat(caller.get("/helix/games?id=" + top.path("id").asString() + "&id=1")
                        .rows())
                .containsExactly(top);
        assertThat(caller.get("/helix/games?name=" + name).rows()).containsExactly(top);
        assertThat(top.propertyNames()).containsExactly("id", "name", "box_art_url", "igdb_id");
    }

    @Test
    void usersAreFoundByIdAndLogin() {
        LiveStream stream = WORLD.liveAt(worldClock.instant()).get(5);

        Answer answer = givenCaller()
                .get("/helix/users?id=" + stream.userId() + "&login=" + stream.userLogin() + "&login=nobody");

        assertThat(answer.rows()).hasSize(1);
        JsonNode user = answer.rows().get(0);
        assertThat(user.path("id").asString()).isEqualTo(stream.userId());
        assertThat(user.path("login").asString()).isEqualTo(stream.userLogin());
        assertThat(user.path("display_name").asString()).isEqualTo(stream.userName());
        Set<String> names = new HashSet<>(user.propertyNames());
        assertThat(names).contains("type", "broadcaster_type", "created_at").doesNotContain("email");
    }
}
