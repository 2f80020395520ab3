package io.streamgauge.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What id.twitch.tv offers to an app. */
final class TokenEndpoints {
    private final Tokens tokens;
    private final Map<String, String> clients;

    TokenEndpoints(Tokens tokens, Map<String, String> clients) {
        this.tokens = tokens;
        this.clients = clients;
    }

    Map<String, Endpoint> routes() {
        return Map.of(
                "POST /oauth2/token",
                this::issue,
                "GET /oauth2/validate",
                this::validate,
                "POST /oauth2/revoke",
                this::revoke);
    }

    private Reply issue(Call call) {
        String clientId = call.form().one("client_id").orElseThrow(() -> new Refusal(400, "missing client id"));
        String secret = call.form().one("client_secret").orElseThrow(() -> new Refusal(400, "missing client secret"));
        if (!isKnown(clientId)) {
            throw new Refusal(400, "invalid client");
        }
        if (!clients.getOrDefault(clientId, secret).equals(secret)) {
            throw new Refusal(403, "invalid client secret");
        }
        if (!call.form().one("grant_type").orElse("").equals("client_credentials")) {
            throw new Refusal(400, "invalid grant type");
        }
        Tokens.Token token = tokens.issue(clientId);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token.value());
        body.put("expires_in", tokens.secondsLeft(token));
        body.put("token_type", "bearer");
        return Reply.json(body);
    }

    private Reply validate(Call call) {
        Tokens.Token token = call.token("OAuth", "Bearer")
                .flatMap(tokens::valid)
                .orElseThrow(() -> new Refusal(401, "invalid access token"));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("client_id", token.clientId());
        body.put("scopes", List.of());
        body.put("expires_in", tokens.secondsLeft(token));
        return Reply.json(body);
    }

    private Reply revoke(Call call) {
        String clientId = call.form().one("client_id").orElse("");
        if (clientId.isEmpty() || !isKnown(clientId)) {
            throw new Refusal(404, "client does not exist");
        }
        Tokens.Token token = call.form()
                .one("token")
                .flatMap(tokens::valid)
                .filter(issued -> issued.clientId().equals(clientId))
                .orElseThrow(() -> new Refusal(400, "Invalid token"));
        tokens.revoke(token);
        return Reply.empty();
    }

    private boolean isKnown(String clientId) {
        return clients.isEmpty() || clients.containsKey(clientId);
    }
}
