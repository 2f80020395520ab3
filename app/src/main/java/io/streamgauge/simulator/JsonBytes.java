package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes JSON as UTF-8 with nothing escaped that need not be; made for pages of a hundred rows. */
final class JsonBytes {
    private static final String HEX = "0123456789abcdef";

    private byte[] bytes;
    private int length;

    JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    JsonBytes raw(String json) {
        return raw(json.getBytes(StandardCharsets.UTF_8));
    }

    JsonBytes raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        reserve(utf8.length * 6 + 2);
        bytes[length++] = '"';
        for (byte unit : utf8) {
            if (unit == '"' || unit == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = unit;
            } else if (unit >= 0x20 || unit < 0) {
                bytes[length++] = unit;
            } else {
                control(unit);
            }
        }
        bytes[length++] = '"';
        return this;
    }

    JsonBytes texts(List<String> values) {
        raw("[");
        String separator = "";
        for (String value : values) {
            raw(separator).text(value);
            separator = ",";
        }
        return raw("]");
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void control(byte unit) {
        raw("\\u00" + HEX.charAt(unit >>> 4) + HEX.charAt(unit & 15));
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
