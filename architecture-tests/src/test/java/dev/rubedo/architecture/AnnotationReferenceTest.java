package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference of annotations lists every annotation of the module {@code mapping} with its elements. */
class AnnotationReferenceTest {

    /** Annotations that only generated code has. */
    private static final Set<String> GENERATED = Set.of("GeneratedMapping");

    private static final Map<String, String> PLACES = Map.of("METHOD", "attributes and methods", "TYPE",
            "classes and interfaces", "PACKAGE", "packages", "ANNOTATION_TYPE", "annotations of your own",
            "TYPE_USE", "types");

    private final List<DocumentedSource> sources = DocumentedSource.readAll(Project
            .javaFiles(Project.root().resolve("mapping/src/main/java/dev/rubedo/mapping")).stream()
            .filter(file -> !file.toString().contains("internal") && !file.endsWith("package-info.java")
                    && !file.endsWith("module-info.java"))
            .toList()).stream().filter(DocumentedSource::isPublic)
            .filter(source -> !GENERATED.contains(source.name())).toList();

    @Test
    void thePageListsEveryAnnotation() {
        var annotations = sources.stream().filter(DocumentedSource::isAnnotation)
                .filter(source -> !source.description().startsWith("The container of repeated")).toList();

        new GeneratedPage("docs/reference/annotations.md", getClass()).hasEnd(annotations.stream()
                .map(this::section).collect(Collectors.joining("\n"))
                + "\n## Values\n\nThe enums that elements of annotations take.\n\n"
                + sources.stream().filter(DocumentedSource::isEnum).map(AnnotationReferenceTest::values)
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyElementIsDescribed() {
        assertThat(sources).filteredOn(DocumentedSource::isAnnotation).allSatisfy(source -> {
            assertThat(source.description()).as(source.name()).isNotEmpty();
            assertThat(source.methods()).allSatisfy(element -> assertThat(source.description(element))
                    .as(source.name() + "." + element.getName()).startsWith("Returns"));
        });
    }

    private String section(DocumentedSource annotation) {
        var places = annotation.annotation("Target").replace("ElementType", "").replaceAll("[^A-Z_,]", "");
        var on = Set.of(places.split(",")).stream().map(place -> PLACES.getOrDefault(place, "")).sorted()
                .filter(place -> !place.isEmpty()).collect(Collectors.joining(", "));
        var elements = annotation.methods().stream().map(element -> {
            var value = DocumentedSource.defaultValue(element);
            return GeneratedPage.row("`" + element.getName() + "`", "`" + element.getReturnType() + "`",
                    value == null ? "required" : "`" + value + "`",
                    meaning(annotation.description(element)));
        }).collect(Collectors.joining());
        return "## @" + annotation.name() + "\n\n" + annotation.description() + "\n"
                + (on.isEmpty() ? "" : "\nOn " + on + ".\n")
                + (elements.isEmpty() ? ""
                        : "\n" + GeneratedPage.head("element", "type", "default", "meaning") + elements)
                + annotation.types().stream().filter(DocumentedSource::isEnum).map(AnnotationReferenceTest::values)
                        .map(values -> "\n" + values).collect(Collectors.joining());
    }

    private static String values(DocumentedSource type) {
        return "### " + type.name() + "\n\n" + type.description() + "\n\n" + GeneratedPage.head("value", "meaning")
                + type.constants().stream()
                        .map(constant -> GeneratedPage.row("`" + constant.getName() + "`", type.description(constant)))
                        .collect(Collectors.joining());
    }

    /** The first letter of what an element returns in upper case. */
    private static String meaning(String javadoc) {
        var text = javadoc.replaceFirst("^Returns,? ", "");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
