package io.streamgauge.lambda;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The credentials of a Twitch application, as they stand in a secret. */
record Credentials(String clientId, String clientSecret) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ID = "TWITCH_CLIENT_ID";
    private static final String SECRET = "TWITCH_CLIENT_SECRET";

    /** @throws CollectException that holds nothing of the text */
    static Credentials of(String secretName, String text) {
        JsonNode found;
        try {
            found = JSON.readTree(text);
        } catch (JacksonException e) {
            // its message would quote the secret
            found = JSON.missingNode();
        }
        String id = found.path(ID).asString("").strip();
        String secret = found.path(SECRET).asString("").strip();
        if (id.isEmpty() || secret.isEmpty()) {
            throw new CollectException("The secret '" + secretName + "' does not hold what is expected: {\"" + ID
                    + "\": \"…\", \"" + SECRET + "\": \"…\"}");
        }
        return new Credentials(id, secret);
    }

    @Override
    public String toString() {
        return "Credentials[clientId=" + clientId + ", clientSecret=***]";
    }
}
