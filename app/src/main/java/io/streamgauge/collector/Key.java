package io.streamgauge.collector;

/** Ids as numbers, so that hundreds of thousands of them take little memory. */
final class Key {

    private static final int LONGEST_NUMBER = 18;

    private Key() {}

    /** The number that an id is; of one that is none, 64 bits that tell it from others. */
    static long of(String id) {
        return isNumber(id) ? Long.parseLong(id) : hash(id);
    }

    static boolean isNumber(String id) {
        int length = id.length();
        if (length == 0 || length > LONGEST_NUMBER) {
            return false;
        }
        for (int index = 0; index < length; index++) {
            if (id.charAt(index) < '0' || id.charAt(index) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < id.length(); index++) {
            hash = (hash ^ id.charAt(index)) * 0x100000001b3L;
        }
        return hash | Long.MIN_VALUE;
    }
}
