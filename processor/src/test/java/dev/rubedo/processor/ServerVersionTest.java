package dev.rubedo.processor;

import static dev.rubedo.processor.Mistakes.assertMistake;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions that the database determines. */
class ServerVersionTest {

    private static String user(String version) {
        return """
                @Entity class User extends UserBase {
                    interface Mapped {
                        @Id Long id();
                        %s
                    }
                }
                """.formatted(version);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionOfTheServerMayHaveAnyType(Compiler compiler) {
        Compilation compilation = Mistakes.compile(compiler,
                user("@Version(server = true) @Column(name = \"xmin\", system = true) String row();"));

        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated().get("User_.java"))
                .containsSubsequence("ColumnDefinition.of(\"row\", \"xmin\", Types.STRING).notNull().serverVersion()",
                        ".system()");
    }

    @Test
    void theServerAloneDeterminesIt() {
        assertMistake("Attribute \"row\" is a server version, so no method determines it. Remove method.",
                user("@Version(server = true, method = \"next\") // wrong\nlong row();"));
        assertMistake("Attribute \"row\" is a server version, which says where its values come from. Remove"
                + " @ServerGenerated.", user("@ServerGenerated @Version(server = true) long row(); // wrong"));
        assertMistake("Attribute \"row\" is a server version, so it cannot be nullable: each INSERT sets it.",
                user("@Version(server = true) @Nullable Long row(); // wrong"));
    }

    @Test
    void onlyAVersionIsAColumnOfTheSystem() {
        assertMistake(
                "Attribute \"row\" is a system column, which no statement writes. Only a server version can be "
                        + "one: add @Version(server = true), or remove system.",
                user("@Column(system = true) // wrong\nlong row();"));
    }
}
