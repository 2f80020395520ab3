package io.streamgauge.web.guard;

import java.util.List;
import java.util.Optional;

/**
 * Who may ask, and how.
 *
 * @param login what readers must give, empty where all may read
 * @param tls what to encrypt with, empty for plain HTTP
 * @param origins other sites whose pages may read the API, as browsers name them: {@code https://example.org}
 */
public record Access(Optional<Login> login, Optional<Tls> tls, List<String> origins) {

    public static final Access OPEN = new Access(Optional.empty(), Optional.empty(), List.of());

    public Access {
        origins = List.copyOf(origins);
    }
}
