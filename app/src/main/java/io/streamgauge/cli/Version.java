package io.streamgauge.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Version and commit, as the build wrote them down. */
final class Version implements IVersionProvider {

    private static final String FILE = "/streamgauge-build.properties";

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            if (file != null) {
                build.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        String commit = build.getProperty("git.commit.id.abbrev", "");
        return "streamgauge " + build.getProperty("git.build.version", "unknown") + " (commit "
                + (commit.isEmpty() ? "unknown" : commit) + ")";
    }
}
