package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassFileMixinTest {

    private static final String NOTE = Mistakes.complete("""
            @Entity class Note extends NoteBase {
                interface Mapped extends Dated {
                    @Id Long id();
                }
            }
            """);

    @TempDir private Path directory;

    @BeforeEach
    void compileTheMixins() {
        Compilation.of(Compiler.JAVAC, directory, List.of(), List.of(Mistakes.complete("""
                interface Dated {
                    @Nullable String comment();
                }
                """), Mistakes.complete("""
                interface Careful {
                    Optional<String> comment();
                    int count();
                    @Id Long id();
                }
                """)));
    }

    /** Hides what the processor looks at to find out what it sees: the class path is then as javac before 22 shows it. */
    private void hideTypeAnnotations() {
        Compilation.of(Compiler.JAVAC, directory, List.of(), List.of("""
                package dev.rubedo.mapping;

                interface TypeAnnotationProbe {
                    String marked();
                }
                """));
    }

    @ParameterizedTest
    @EnumSource
    void nullableIsSeenInClassFiles(Compiler compiler) {
        Compilation compilation = Compilation.of(compiler, directory, List.of(), List.of(NOTE));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Note_.java"))
                .contains("ColumnDefinition.of(\"comment\", \"comment\", Types.STRING))");
    }

    @Test
    void aCompilerThatHidesNullableIsRefused() {
        hideTypeAnnotations();

        Compilation compilation = Compilation.of(Compiler.JAVAC, directory, List.of(), List.of(NOTE));

        assertThat(compilation.errors()).extracting(Object::toString)
                .containsExactly(
                        "Note.java:6: Mixin \"blog.Dated\" comes from a class file, and this compiler does not show @Nullable there: "
                                + "nullable attributes would silently become NOT NULL. Compile with JDK 22 or newer or with "
                                + "-XDaddTypeAnnotationsToSymbol=true, or let the nullable attributes of the mixin return Optional.");
    }

    @Test
    void mixinsThatSayItWithOptionalAreFineEverywhere() {
        hideTypeAnnotations();

        Compilation compilation = Compilation.of(Compiler.JAVAC, directory, List.of(), List.of(Mistakes.complete("""
                @Entity class Careless extends CarelessBase {
                    interface Mapped extends Careful {
                    }
                }
                """)));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Careless_.java"))
                .contains("ColumnDefinition.of(\"comment\", \"comment\", Types.STRING))");
    }

    @Test
    void mixinsInSourceAreFineEverywhere() {
        hideTypeAnnotations();

        Compilation compilation = Compilation.of(Compiler.JAVAC, directory, List.of(), List.of(NOTE, Mistakes.complete("""
                        interface Dated {
                            @Nullable String comment();
                        }
                        """)));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("Note_.java"))
                .contains("ColumnDefinition.of(\"comment\", \"comment\", Types.STRING))");
    }
}
