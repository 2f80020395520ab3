package io.streamgauge.twitch;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole HTTP answer, its body decoded. */
record Answer(int status, HttpHeaders headers, byte[] body, Instant receivedAt) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_QUOTE = 120;
    private static final String SIMULATED = "X-Streamgauge-Simulated";

    boolean isOk() {
        return status == 200;
    }

    boolean isSimulated() {
        return headers.firstValue(SIMULATED).filter("true"::equalsIgnoreCase).isPresent();
    }

    RateLimit rateLimit() {
        return RateLimit.of(headers);
    }

    /** Status and what the answer says about itself, for people: {@code 403 invalid client secret}. */
    String summary(Secrets secrets) {
        String said = secrets.hide(said().replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        String quote = said.length() <= LONGEST_QUOTE ? said : said.substring(0, LONGEST_QUOTE) + "…";
        return quote.isEmpty() ? String.valueOf(status) : status + " " + quote;
    }

    private String said() {
        try {
            JsonNode error = JSON.readTree(body);
            String message = error.path("message").asString("");
            return message.isBlank() ? error.path("error").asString("") : message;
        } catch (JacksonException e) {
            return new String(body, StandardCharsets.UTF_8);
        }
    }
}
