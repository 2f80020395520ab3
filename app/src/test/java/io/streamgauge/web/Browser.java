package io.streamgauge.web;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real browser: the machine's own, else one that Playwright fetches, else Debian's. There is no test without one. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browser open() {
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return launched(installed);
        }
        try {
            return launched(Optional.empty());
        } catch (RuntimeException notToBeHad) {
            // a download that fails is a plain RuntimeException
            return launched(Optional.of(fromDebian(notToBeHad)));
        }
    }

    com.microsoft.playwright.Browser get() {
        return browser;
    }

    private static Browser launched(Optional<Path> executable) {
        Map<String, String> environment =
                executable.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        try {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(QUIET);
            executable.ifPresent(options::setExecutablePath);
            return new Browser(playwright, playwright.chromium().launch(options));
        } catch (PlaywrightException failure) {
            playwright.close();
            throw failure;
        }
    }

    private static Optional<Path> installed() {
        String named = System.getenv("CHROMIUM_PATH");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path fromDebian(RuntimeException cause) {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        boolean isInstalled = isRoot
                && Stream.of("apt-get update", "apt-get install -y --no-install-recommends chromium")
                        .allMatch(Browser::succeeds);
        return installed()
                .filter(path -> isInstalled)
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: install it, or name its executable in CHROMIUM_PATH", cause));
    }

    private static boolean succeeds(String command) {
        try {
            return new ProcessBuilder(command.split(" "))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        playwright.close();
    }
}
