package io.streamgauge;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the code to the table in ARCHITECTURE.md: which package may use which, and who alone uses a library. */
final class ArchitectureTest {

    private static final String ROOT = "io.streamgauge";

    /** A package stands for its subpackages too. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("lake", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("engine", Set.of("model", "lake")),
            Map.entry("twitch", Set.of()),
            Map.entry("collector", Set.of("twitch", "lake")),
            Map.entry("metadata", Set.of("twitch", "lake")),
            Map.entry("simulator", Set.of()),
            Map.entry("databricks", Set.of("model")),
            Map.entry("s3", Set.of("lake")),
            Map.entry("duckdb", Set.of("engine", "model", "lake")),
            Map.entry("analytics", Set.of("duckdb", "engine", "model", "lake")),
            Map.entry("web", Set.of("analytics")),
            Map.entry(
                    "bench",
                    Set.of(
                            "lake",
                            "model",
                            "engine",
                            "twitch",
                            "collector",
                            "simulator",
                            "duckdb",
                            "analytics",
                            "web")),
            Map.entry(
                    "cli",
                    Set.of(
                            "lake",
                            "model",
                            "engine",
                            "twitch",
                            "collector",
                            "metadata",
                            "simulator",
                            "databricks",
                            "s3",
                            "duckdb",
                            "analytics",
                            "web",
                            "bench")));

    private static final Map<String, Set<String>> SOLE_OWNER_OF = Map.of(
            "twitch", Set.of("java.net.http"),
            "collector", Set.of("com.carrotsearch.hppc"),
            "simulator", Set.of("com.sun.net.httpserver"),
            "s3", Set.of("software.amazon.awssdk"),
            "duckdb", Set.of("java.sql", "org.duckdb"),
            "web", Set.of("io.javalin", "org.eclipse.jetty", "gg.jte", "io.micrometer"),
            "cli", Set.of("picocli", "ch.qos.logback", "net.logstash.logback"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void everyPackageHasARowAndEveryRowAPackage() {
        assertThat(CLASSES.stream().map(ArchitectureTest::name).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesUseWhatTheyMay() {
        assertThat(dependencies(dependency -> {
                    String from = name(dependency.getOriginClass());
                    String to = name(target(dependency));
                    return isOurs(target(dependency))
                            && !from.equals(to)
                            && !MAY_USE.getOrDefault(from, Set.of()).contains(to);
                }))
                .isEmpty();
    }

    @Test
    void packagesDoNotUseEachOtherInCircles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void librariesAreUsedByTheirOwnersAlone() {
        assertThat(dependencies(dependency -> owner(target(dependency))
                        .filter(owner -> !owner.equals(name(dependency.getOriginClass())))
                        .isPresent()))
                .isEmpty();
    }

    @Test
    void everyLibraryIsUsedByItsOwner() {
        Set<String> used = CLASSES.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .flatMap(dependency -> library(target(dependency)).stream())
                .collect(Collectors.toSet());
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        SOLE_OWNER_OF.values().stream().flatMap(Set::stream).toList());
    }

    @Test
    void theTableInTheDocumentationIsThisOne() {
        Map<String, Set<String>> mayUse = new TreeMap<>();
        Map<String, Set<String>> soleOwnerOf = new TreeMap<>();
        for (List<String> row : MarkdownTable.under("## Packages", Repository.read("ARCHITECTURE.md"))) {
            for (String name : MarkdownTable.code(row.get(0))) {
                mayUse.put(name, Set.copyOf(MarkdownTable.code(row.get(1))));
                Set<String> libraries = Set.copyOf(MarkdownTable.code(row.get(2)));
                if (!libraries.isEmpty()) {
                    soleOwnerOf.put(name, libraries);
                }
            }
        }
        assertThat(mayUse).isEqualTo(MAY_USE);
        assertThat(soleOwnerOf).isEqualTo(SOLE_OWNER_OF);
    }

    private static Set<String> dependencies(Predicate<Dependency> wanted) {
        return CLASSES.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(wanted)
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean isOurs(JavaClass type) {
        return isIn(type, ROOT);
    }

    /** The package's name below the root, that of the uppermost one where they are nested. */
    private static String name(JavaClass type) {
        String below =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), ROOT.length()));
        return Stream.of(below.split("\\.")).skip(1).findFirst().orElse("");
    }

    private static Optional<String> owner(JavaClass type) {
        return SOLE_OWNER_OF.entrySet().stream()
                .filter(row -> row.getValue().stream().anyMatch(library -> isIn(type, library)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Optional<String> library(JavaClass type) {
        return SOLE_OWNER_OF.values().stream()
                .flatMap(Set::stream)
                .filter(library -> isIn(type, library))
                .findFirst();
    }

    private static boolean isIn(JavaClass type, String name) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }
}
