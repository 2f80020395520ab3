package io.streamgauge.cli;

import io.streamgauge.s3.S3Address;
import io.streamgauge.s3.S3Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads where lakes lie. */
final class Lakes {

    /** Stands for the environment's name in a lake's address. */
    private static final String ENVIRONMENT = "{env}";

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8})(MB|GB)");
    private static final long MEGABYTE = 1_000_000;
    private static final long SMALLEST_CACHE = 100 * MEGABYTE;

    private final Sources sources;
    private final Path folder;
    private final Optional<URI> endpoint;
    private final long cacheBytes;

    private Lakes(Sources sources, Path folder) {
        this.sources = sources;
        this.folder = folder;
        this.endpoint = sources.find(Variable.S3_ENDPOINT_URL).map(Lakes::endpoint);
        this.cacheBytes =
                sources.find(Variable.STREAMGAUGE_CACHE).map(Lakes::size).orElse(S3Settings.USUAL_CACHE);
    }

    /** @param folder in which relative folders lie */
    static Places places(Sources sources, Path folder, Path home, String environment) {
        Lakes lakes = new Lakes(sources, folder);
        Places usual = Places.of(home, environment);
        Places places = lakes.named(Variable.STREAMGAUGE_LAKE, usual)
                .map(usual::withLake)
                .orElse(usual);
        Optional<LakePlace> landing = lakes.named(Variable.STREAMGAUGE_LANDING_FROM, usual);
        if (landing.filter(places.lake()::equals).isPresent()) {
            throw sources.find(Variable.STREAMGAUGE_LANDING_FROM)
                    .orElseThrow()
                    .refused("another lake than the own one");
        }
        return landing.map(places::withLandingFrom).orElse(places);
    }

    private Optional<LakePlace> named(Variable variable, Places usual) {
        return sources.find(variable).map(given -> place(given, usual));
    }

    private LakePlace place(Given given, Places usual) {
        String text = given.text().replace(ENVIRONMENT, usual.environment());
        if (!ADDRESS.matcher(text).matches()) {
            return new LakePlace.Folder(
                    given.as(any -> folder.resolve(text).normalize(), "a folder, or " + S3Address.EXPECTED));
        }
        S3Address address = given.as(any -> S3Address.parse(text), "a folder, or " + S3Address.EXPECTED);
        return new LakePlace.Bucket(
                new S3Settings(address, endpoint, usual.cache(), cacheBytes, S3Settings.Times.USUAL));
    }

    private static URI endpoint(Given given) {
        String expected = "the address of a service, such as https://s3.example.org";
        URI uri = given.as(URI::create, expected);
        boolean isService = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null;
        if (!isService) {
            throw given.refused(expected);
        }
        return uri;
    }

    private static long size(Given given) {
        String expected = "a size of at least 100MB, such as 20GB";
        Matcher size = SIZE.matcher(given.text());
        if (!size.matches()) {
            throw given.refused(expected);
        }
        long bytes = Long.parseLong(size.group(1)) * (size.group(2).equals("GB") ? 1000 : 1) * MEGABYTE;
        if (bytes < SMALLEST_CACHE) {
            throw given.refused(expected);
        }
        return bytes;
    }
}
