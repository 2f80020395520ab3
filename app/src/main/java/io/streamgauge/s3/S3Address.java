package io.streamgauge.s3;

import io.streamgauge.lake.LakeException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a lake lies: {@code s3://bucket/prefix}, the prefix being optional.
 *
 * @param prefix without slashes at its ends, empty where the lake is the bucket
 */
public record S3Address(String bucket, String prefix) {

    /** What an address must look like, for messages. */
    public static final String EXPECTED =
            "s3://bucket/prefix, with a bucket's name of 3 to 63 small letters, digits, dots"
                    + " and hyphens, and a prefix, if any, of letters, digits and !_.*'()=- between single slashes";

    private static final Pattern FORM = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*?))?/?");
    private static final Pattern PREFIX = Pattern.compile("|[A-Za-z0-9!_.*'()=-]+(/[A-Za-z0-9!_.*'()=-]+)*");

    public S3Address {
        requireInside(prefix);
    }

    /** @throws IllegalArgumentException where the text is no such address */
    public static S3Address parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not an address in S3: expected " + EXPECTED);
        }
        String prefix = form.group(2) == null ? "" : form.group(2);
        if (!PREFIX.matcher(prefix).matches() || !isInside(prefix)) {
            throw new IllegalArgumentException("'" + text + "' is not an address in S3: expected " + EXPECTED);
        }
        return new S3Address(form.group(1), prefix);
    }

    /** The object's key in the bucket. */
    String full(String key) {
        requireInside(key);
        return prefix.isEmpty() ? key : prefix + "/" + key;
    }

    /** The key in the lake of an object in the bucket. */
    String inLake(String full) {
        return prefix.isEmpty() ? full : full.substring(prefix.length() + 1);
    }

    private static void requireInside(String key) {
        if (!isInside(key)) {
            throw new LakeException("The key '" + key + "' points outside the lake");
        }
    }

    private static boolean isInside(String key) {
        return !key.startsWith("/") && !("/" + key + "/").contains("/../") && !("/" + key + "/").contains("/./");
    }

    @Override
    public String toString() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
