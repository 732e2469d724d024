package dev.rubedo.mapping.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What javac says of entities if nothing generates their base classes. */
class ProcessorCheckTest {

    private static final String USER = """
            package shop;
            import dev.rubedo.mapping.*;
            @Entity public final class User extends UserBase {
                interface Mapped { @Id Long id(); String name(); }
            }
            """;
    private static final String GROUP = """
            package shop;
            @dev.rubedo.mapping.Entity class Group extends GroupBase {
                interface Mapped { @dev.rubedo.mapping.Id Long id(); }
            }
            """;
    private static final String REPORT = """
            package shop;
            import static shop.User_.USER;
            class Report {
                Object first(User user) { return USER.name.eq(user.name()); }
                Object second(Group group) { return group.id(); }
            }
            """;
    private static final String USER_BASE = "package shop; class UserBase { String name() { return null; } }";
    private static final String WHERE = "Add dev.rubedo:rubedo-processor to <annotationProcessorPaths> of "
            + "maven-compiler-plugin, to annotationProcessor(...) in Gradle, or to --processor-path of javac, and "
            + "remove -proc:none.";

    @TempDir Path directory;
    private @Nullable Processor processor;

    @Test
    void aMissingProcessorIsAnError() {
        String expected = "Entity \"Group\" (and 1 other entity) extends \"GroupBase\", which the annotation "
                + "processor of Rubedo generates, but that processor is not among those of this compilation. " + WHERE;
        var errors = new ArrayList<String>();

        assertThat(compile(errors, List.of(), REPORT, GROUP, USER)).isFalse();
        assertThat(errors).contains("2: " + expected);
    }

    @Test
    void fieldsWithAnnotationsOfAttributesAreExplained() {
        var errors = new ArrayList<String>();

        assertThat(compile(errors, List.of(), """
                package shop;
                import dev.rubedo.mapping.*;
                @Entity public class Customer {
                    @Id private Long id;
                    @dev.rubedo.mapping.Column(length = 50) String name;
                    @Deprecated int age;
                }
                """, "package shop; class Other { @dev.rubedo.mapping.Id Long id; }")).isFalse();
        assertThat(errors).filteredOn(error -> error.contains("entity")).containsExactly(
                "4: Field \"id\" of entity \"Customer\" has the annotation @Id, but attributes are not fields. Declare it as a "
                        + "method in the entity: interface Mapped { @Id Long id(); }",
                "5: Field \"name\" of entity \"Customer\" has the annotation @Column, but attributes are not fields. Declare it "
                        + "as a method in the entity: interface Mapped { @Column String name(); }");
    }

    @Test
    void processorsThatDoNotRunAreAnError() throws IOException {
        String expected = "Entity \"User\" extends \"UserBase\", which the annotation processor of Rubedo generates, "
                + "but this compilation runs no annotation processors, which JDK 23 and newer do only on request. "
                + WHERE;
        var errors = new ArrayList<String>();
        Path processor = Files.createDirectories(directory.resolve("path/dev/rubedo/processor"));
        Files.createFile(processor.resolve("MappingProcessor.class"));

        assertThat(watched(errors, List.of("-proc:none"), USER, REPORT)).isFalse();
        assertThat(errors).contains("3: " + expected);
    }

    @Test
    void basesAmongTheSourcesNeedNoProcessor() {
        var errors = new ArrayList<String>();

        assertThat(compile(errors, List.of(), USER, USER_BASE)).isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void basesOnTheSourcePathNeedNoProcessor() throws IOException {
        var errors = new ArrayList<String>();
        Path generated = Files.createDirectories(directory.resolve("generated/shop"));
        Files.writeString(generated.resolve("UserBase.java"), "package shop; class UserBase { User self; }");

        assertThat(compile(errors, List.of("-sourcepath", directory.resolve("generated").toString()), USER)).isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void processorsThatAToolSetsMayGenerateTheBases() {
        var errors = new ArrayList<String>();
        processor = new BaseGenerator();

        assertThat(compile(errors, List.of(), USER)).isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void otherProcessorsDoNotHideThatOursIsMissing() throws IOException {
        var errors = new ArrayList<String>();
        processor = new BaseGenerator();

        assertThat(watched(errors, List.of(), GROUP)).isFalse();
        assertThat(errors).anyMatch(error -> error.startsWith("2: Entity \"Group\" extends \"GroupBase\", which"));
    }

    @Test
    void basesOnTheClassPathNeedNoProcessor() throws IOException {
        var errors = new ArrayList<String>();
        Files.createDirectories(directory.resolve("path"));
        compile(errors, List.of("-d", directory.resolve("path").toString()), USER_BASE);

        assertThat(watched(errors, List.of(), USER)).isTrue();
        assertThat(errors).isEmpty();
    }

    @Test
    void entitiesOfOthersAreNoneOfItsBusiness() {
        var errors = new ArrayList<String>();

        compile(errors, List.of(), """
                package shop;
                import jakarta.persistence.Entity;
                @Entity class User extends UserBase {}
                """);

        assertThat(errors).isNotEmpty().noneMatch(error -> error.contains("Rubedo"));
    }

    @Test
    void anOptionOfTheCompilerTurnsTheCheckOff() {
        var errors = new ArrayList<String>();

        compile(errors, List.of("-Xplugin:RubedoProcessorCheck off"), USER);

        assertThat(errors).isNotEmpty().noneMatch(error -> error.contains("Rubedo"));
    }

    /** Compiles with the check that javac finds and starts by itself. */
    private boolean compile(List<String> errors, List<String> options, String... sources) {
        return compile(errors, null, options, sources);
    }

    /** Compiles with a check whose class path is a folder of the test, and no other. */
    private boolean watched(List<String> errors, List<String> options, String... sources) throws IOException {
        var all = new ArrayList<>(options);
        all.add("-Xplugin:RubedoProcessorCheck off");
        try (var path = new URLClassLoader(new URL[]{directory.resolve("path").toUri().toURL()})) {
            return compile(errors, path, all, sources);
        }
    }

    private boolean compile(List<String> errors, @Nullable ClassLoader path, List<String> options,
            String... sources) {
        var collected = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(collected, Locale.ROOT, null)) {
            var written = new ArrayList<Path>();
            for (String source : sources) {
                var name = Pattern.compile("class (\\w+)").matcher(source);
                assertThat(name.find()).isTrue();
                written.add(Files.writeString(
                        Files.createDirectories(directory.resolve("source")).resolve(name.group(1) + ".java"), source));
            }
            String output = Files.createDirectories(directory.resolve("out")).toString();
            var arguments = new ArrayList<>(List.of("-classpath",
                    directory.resolve("path") + File.pathSeparator + System.getProperty("java.class.path"), "-d",
                    output));
            arguments.addAll(options);
            var task = (JavacTask) compiler.getTask(new StringWriter(), files, collected, arguments, null,
                    files.getJavaFileObjectsFromPaths(written));
            if (processor != null) {
                task.setProcessors(List.of(processor));
            }
            if (path != null) {
                task.addTaskListener(new EntityWatch(task, path));
            }
            return task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            collected.getDiagnostics().stream().filter(found -> found.getKind() == Kind.ERROR)
                    .forEach(found -> errors.add(found.getLineNumber() + ": " + found.getMessage(Locale.ROOT)));
        }
    }

    /** A processor of somebody else, which generates the base of one class. Confined to one thread at a time. */
    @SupportedAnnotationTypes("*")
    private static final class BaseGenerator extends AbstractProcessor {
        private boolean isDone;

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!isDone) {
                isDone = true;
                try (var out = processingEnv.getFiler().createSourceFile("shop.UserBase").openWriter()) {
                    out.write(USER_BASE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return false;
        }
    }
}
