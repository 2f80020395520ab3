package io.streamgauge.web;

import java.nio.charset.StandardCharsets;

/** Says on a page that was cited what it is, without touching anything in it. */
final class CitedNote {

    private static final String PLACE = "<main id=\"content\"";

    private CitedNote() {}

    /** @param now the address of the same page with the newest figures */
    static byte[] on(byte[] page, String version, String newest, String now) {
        String words = version.equals(newest)
                ? "These are the newest figures still."
                : "Newer data is there: <a href=\"" + escaped(now) + "\">the same page now</a>.";
        String note =
                "<aside class=\"cited\" aria-label=\"About this citation\"><strong>Cited.</strong> This page is kept as"
                        + " it was computed from data version <code>" + escaped(version)
                        + "</code>; its address is the citation. "
                        + words + "</aside>\n";
        String text = new String(page, StandardCharsets.UTF_8);
        int place = text.indexOf(PLACE);
        String noted = place < 0 ? text : text.substring(0, place) + note + text.substring(place);
        return noted.replaceFirst("<body ", "<body data-cited ").getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
