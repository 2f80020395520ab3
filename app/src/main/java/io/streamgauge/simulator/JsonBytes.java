package io.streamgauge.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes JSON as UTF-8 with nothing escaped that need not be; made for pages of a hundred rows. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int length;

    JsonBytes(int capacity) {
        bytes = new byte[capacity];
    }

    JsonBytes raw(String ascii) {
        reserve(ascii.length());
        for (int index = 0; index < ascii.length(); index++) {
            bytes[length++] = (byte) ascii.charAt(index);
        }
        return this;
    }

    JsonBytes raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
        return this;
    }

    JsonBytes text(String value) {
        reserve(value.length() * 6 + 2);
        bytes[length++] = '"';
        for (int index = 0; index < value.length(); index++) {
            char unit = value.charAt(index);
            if (unit < 0x80) {
                ascii(unit);
            } else {
                index += beyondAscii(value, index) - 1;
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

    private void ascii(char character) {
        if (character == '"' || character == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) character;
        } else if (character >= 0x20) {
            bytes[length++] = (byte) character;
        } else {
            raw("\\u00");
            bytes[length++] = HEX[character >>> 4];
            bytes[length++] = HEX[character & 15];
        }
    }

    /** Returns the number of UTF-16 units written. */
    private int beyondAscii(String value, int index) {
        int point = value.codePointAt(index);
        if (point < 0x800) {
            bytes[length++] = (byte) (0xc0 | point >>> 6);
        } else if (point < 0x10000) {
            bytes[length++] = (byte) (0xe0 | point >>> 12);
            bytes[length++] = (byte) (0x80 | point >>> 6 & 0x3f);
        } else {
            bytes[length++] = (byte) (0xf0 | point >>> 18);
            bytes[length++] = (byte) (0x80 | point >>> 12 & 0x3f);
            bytes[length++] = (byte) (0x80 | point >>> 6 & 0x3f);
        }
        bytes[length++] = (byte) (0x80 | point & 0x3f);
        return Character.charCount(point);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
