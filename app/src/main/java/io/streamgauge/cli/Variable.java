package io.streamgauge.cli;

import java.util.Arrays;
import java.util.Optional;

/** What can be configured; docs/configuration.md shows it. */
enum Variable {
    STREAMGAUGE_HOME("--home", "`./data`", "The data folder."),
    STREAMGAUGE_LAKE(
            "--lake",
            "`lake` in the environment's folder",
            "Where the lake lies, with snapshots, tables and ledger: a folder, or `s3://bucket/prefix`. `{env}` in it stands"
                    + " for the environment's name."),
    STREAMGAUGE_LANDING_FROM(
            null,
            "–",
            "Another lake, a folder or `s3://bucket/prefix`, whose landing area is read beside the own one; nothing is"
                    + " written there."),
    STREAMGAUGE_CACHE(
            null,
            "`10GB`",
            "How much of a lake in S3 is kept on this machine once it was read, in `cache` in the environment's folder: at"
                    + " least `100MB`. What was read within the last hour stays even so."),
    STREAMGAUGE_ENV(
            "--env",
            "`dev`",
            "The environment. `dev` uses the data folder itself, any other name a folder of that name in it; small letters,"
                    + " digits and hyphens. A lake belongs to the environment that first wrote into it; no other one can."),
    STREAMGAUGE_CADENCE(
            "--cadence",
            "`PT15M`",
            "Time between snapshots, ISO-8601: whole seconds that divide a day, `PT1S` to `PT6H`."),
    STREAMGAUGE_PORT("--port", "`8787`", "The port of pages and API; 0 takes a free one."),
    STREAMGAUGE_HOST(
            "--host",
            "`127.0.0.1`",
            "Where the web server listens. Any but loopback lets others read; see the terms in operating.md."),
    STREAMGAUGE_READY_AGE(
            null,
            "`PT2H`",
            "How old the newest snapshot may be before `/health/ready` says no: ISO-8601, or `forever`."),
    STREAMGAUGE_RATE(null, "`600`", "Requests a minute that one client's address may make: a whole number, or `off`."),
    STREAMGAUGE_RATE_LOOPBACK(null, "`exempt`", "Whether that holds on this machine: `exempt` or `limited`."),
    STREAMGAUGE_REQUEST_TIME(
            null,
            "`PT30S`",
            "How long an answer may take to compute before it is given up: ISO-8601, at least `PT1S`."),
    STREAMGAUGE_WEB_USER(
            null, "–", "The user that readers of pages, API and metrics must give. Goes with the password's file."),
    STREAMGAUGE_WEB_PASSWORD_FILE(null, "–", "A file with that user's password, and nothing else."),
    STREAMGAUGE_TLS_CERTIFICATE(
            null,
            "–",
            "A PEM file with the server's certificate and those that signed it, for HTTPS. Goes with the key."),
    STREAMGAUGE_TLS_KEY(null, "–", "A PEM file with its key: PKCS#8, RSA or elliptic curve, without a password."),
    STREAMGAUGE_CORS(
            null,
            "–",
            "Other sites whose pages may read the API, as browsers name them, with commas between them:"
                    + " `https://example.org`."),
    STREAMGAUGE_BREAKS_FILE(
            null, "–", "A JSON file with breaks in counting that are known besides the shipped ones; see below."),
    STREAMGAUGE_EMBED(
            null, "–", "Other sites whose pages may show charts in a frame, with commas between them, or `*` for any."),
    STREAMGAUGE_LOG(
            null, "`text`", "The form of the log on standard error: `text`, or `json` with an object on each line."),
    STREAMGAUGE_CRAWL(
            "--crawl",
            "`languages`",
            "How the listing is crawled: `languages`, several walks by language at once, or `walk`, one after the other."),
    STREAMGAUGE_KEEP_LANDING(
            null,
            "`PT24H`",
            "How long snapshots are kept as received, and rows and files that were refused: ISO-8601, at least `PT1H`, or"
                    + " `forever`. See the terms in operating.md."),
    STREAMGAUGE_KEEP_SILVER(
            null,
            "`forever`",
            "How long observations are kept, by day: ISO-8601, at least `P9D`, or `forever`. Gold is kept in any case."),
    STREAMGAUGE_KEEP_NAMES(
            null,
            "`P7D`",
            "How long the names of channels and the titles and tags of broadcasts are kept after they were seen last, by"
                    + " day: ISO-8601, at least `PT1H`, or `forever`."),
    STREAMGAUGE_METADATA(
            null,
            "`on`",
            "Whether `up` and `demo` fetch genres and the like of categories in the background, from Helix and IGDB: `on` or"
                    + " `off`."),
    STREAMGAUGE_KEEP_METADATA(
            null, "`P7D`", "How long such metadata holds until it is fetched again: ISO-8601, at least `PT1H`."),
    STREAMGAUGE_JAVA_OPTIONS(null, "–", "More options for Java, read by `./streamgauge` alone, such as `-Xmx2g`."),
    TWITCH_CLIENT_ID("--client-id", "–", "The application's id at Twitch."),
    TWITCH_CLIENT_SECRET(
            null,
            "–",
            "The application's secret. No flag, since everybody on a machine can read its processes' flags."),
    TWITCH_API_URL("--api-url", "`https://api.twitch.tv/helix`", "Helix."),
    TWITCH_AUTH_URL("--auth-url", "`https://id.twitch.tv/oauth2`", "The token service."),
    IGDB_API_URL(null, "`https://api.igdb.com/v4`", "IGDB, which takes the same credentials as Twitch."),
    S3_ENDPOINT_URL(
            null,
            "–",
            "Another S3 service than Amazon's, such as `https://s3.example.org`. Region and credentials are found as the AWS"
                    + " SDK does: `AWS_REGION`, `AWS_ACCESS_KEY_ID` and so on, `AWS_PROFILE`, or the machine's role.");

    static final String PREFIX = "STREAMGAUGE_";

    private final String flag;
    private final String usual;
    private final String meaning;

    /**
     * @param flag null where there is none
     * @param usual what holds where nothing is given, for the documentation
     */
    Variable(String flag, String usual, String meaning) {
        this.flag = flag;
        this.usual = usual;
        this.meaning = meaning;
    }

    String usual() {
        return usual;
    }

    String meaning() {
        return meaning;
    }

    String flag() {
        return flag;
    }

    boolean isSecret() {
        return this == TWITCH_CLIENT_SECRET;
    }

    static Optional<Variable> named(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.name().equals(name))
                .findFirst();
    }

    static Variable nearest(String name) {
        return valueOf(
                Nearest.to(name, Arrays.stream(values()).map(Variable::name).toList()));
    }
}
