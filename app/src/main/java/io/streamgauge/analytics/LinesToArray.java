package io.streamgauge.analytics;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Puts commas between JSON values that come one on a line; a value itself holds no line end, since JSON escapes it. */
final class LinesToArray extends FilterOutputStream {

    private boolean isFirst = true;
    private boolean isAtStart = true;

    LinesToArray(OutputStream to) {
        super(to);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int start = from;
        for (int at = from; at < from + length; at++) {
            if (bytes[at] == '\n') {
                out.write(bytes, start, at - start);
                start = at + 1;
                isAtStart = true;
            } else if (isAtStart) {
                out.write(isFirst ? new byte[] {'\n'} : new byte[] {',', '\n'});
                isFirst = false;
                isAtStart = false;
            }
        }
        out.write(bytes, start, from + length - start);
    }
}
