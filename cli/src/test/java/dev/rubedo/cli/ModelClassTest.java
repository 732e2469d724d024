package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line finds the model of an application that is on its class path by the settings only. */
class ModelClassTest {
    private static final String MODEL = """
            package com.example;

            import dev.rubedo.schema.Column;
            import dev.rubedo.schema.MetaData;
            import dev.rubedo.type.Types;
            import java.util.List;

            public final class Models {
                public static final MetaData METADATA = new MetaData();
                public static final String TEXT = "x";
                public static final Models MODEL = new Models();

                static {
                    METADATA.table("users", Column.column("id", Types.INTEGER).primaryKey());
                }

                public static List<MetaData> all() {
                    return List.of(METADATA);
                }

                public static MetaData missing() {
                    return Library.METADATA;
                }

                public static MetaData failing() {
                    throw new IllegalStateException("no model today");
                }

                public static MetaData broken() {
                    try {
                        return Broken.TABLES;
                    } catch (ExceptionInInitializerError e) {
                        return Broken.TABLES;
                    }
                }

                public MetaData metadata() {
                    return METADATA;
                }

                public static final class Needy extends Library {
                    public static final MetaData TABLES = METADATA;
                }
            }

            class Broken {
                static final MetaData TABLES = List.<MetaData>of().get(0);
            }

            class Library {
                static final MetaData METADATA = new MetaData();
            }
            """;

    @TempDir private Path directory;

    private String errors = "";

    @BeforeEach
    void compile() throws IOException {
        var source = directory.resolve("src/com/example/Models.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, MODEL);
        var classPath = System.getProperty("java.class.path") + java.io.File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d",
                directory.resolve("classes").toString(), "-cp", classPath, source.toString());
        assertThat(code).isZero();
        run("init", "--database", "sqlite:///" + directory.resolve("shop.db"));
    }

    private void metadata(String place, String classPath) throws IOException {
        Files.writeString(directory.resolve("rubedo.toml"),
                "[migrate]\nurl = \"sqlite:///" + directory.resolve("shop.db")
                        + "\"\nmetadata = \"" + place + "\"\nclasspath = [\"" + classPath + "\"]\n");
    }

    private String run(String... arguments) {
        var all = new ArrayList<>(List.of("-c", directory.resolve("rubedo.toml").toString()));
        all.addAll(List.of(arguments));
        var out = new StringWriter();
        var err = new StringWriter();
        int code = RubedoMigrations.run(all.toArray(String[]::new), MigrationEnvironment.DEFAULT, null,
                new PrintWriter(out, true), new PrintWriter(err, true));
        errors = err.toString().replace(directory.toString(), "");
        return code + " " + out.toString().replace(directory.toString(), "");
    }

    @Test
    void aModelIsFoundAsAFieldAMethodOrAnObjectWithMetadata() throws IOException {
        int number = 0;
        for (var member : List.of("METADATA", "all()", "all", "MODEL")) {
            metadata("com.example.Models#" + member, "classes");
            var id = "a" + number++;

            assertThat(
                    run("revision", "--autogenerate", "-m", "init", "--rev-id", id, "--head", "base", "--no-renames"))
                    .as(member + errors).isEqualTo("0 Detected: create table \"users\"\nCreated /migrations/versions/R"
                            + id + "_init.java\n");
            Files.delete(directory.resolve("migrations/versions/R" + id + "_init.java"));
        }
    }

    @Test
    void whatIsWrongWithTheSettingIsSaid() throws IOException {
        assertThat(said("com.example.Models", "classes")).contains("it does not have the form package.Class#MEMBER");
        assertThat(said("com.example.Missing#X", "classes")).contains("there is no such class on the class path "
                + "[/classes]. Build the application, and set classpath.");
        assertThat(said("com.example.Models#MISSING", "classes"))
                .contains("the class has no public static field or method of that name");
        assertThat(said("com.example.Models#metadata", "classes"))
                .contains("the class has no public static field or method of that name");
        assertThat(said("com.example.Models#TEXT", "classes"))
                .contains("a java.lang.String is not MetaData and has no method metadata()");
        assertThat(said("com.example.Models#failing", "classes"))
                .contains("the method fails: java.lang.IllegalStateException: no model today");
        assertThat(said("com.example.Models#broken", "classes"))
                .contains("it cannot be read: Could not initialize class com.example.Broken.");
        Files.delete(directory.resolve("classes/com/example/Library.class"));
        for (var place : List.of("com.example.Models#missing", "com.example.Models$Needy#TABLES")) {
            assertThat(said(place, "classes"))
                    .contains("it needs the class \"com.example.Library\", "
                            + "which is not on the class path [/classes]. Copy the libraries of the application, with "
                            + "Maven by dependency:copy-dependencies -DoutputDirectory=target/lib, and add "
                            + "\"target/lib/*.jar\" to the setting classpath. Correct it in rubedo.toml.");
        }
        assertThat(said("com.example.Models#METADATA", "missing")).contains("rubedo.toml, line 4: \"/missing\" of the "
                + "setting \"classpath\" does not exist. Build the application first, or correct it.");
    }

    private String said(String place, String classPath) throws IOException {
        metadata(place, classPath);
        assertThat(run("revision", "--autogenerate", "-m", "x")).startsWith("1 ");
        return errors;
    }

    @Test
    void archivesOfADirectoryAreFound() throws IOException {
        Files.createDirectories(directory.resolve("lib"));
        try (var out = new java.util.jar.JarOutputStream(Files.newOutputStream(directory.resolve("lib/shop.jar")))) {
            out.putNextEntry(new java.util.zip.ZipEntry("com/example/Models.class"));
            out.write(Files.readAllBytes(directory.resolve("classes/com/example/Models.class")));
        }
        metadata("com.example.Models#METADATA", "lib/*.jar");

        assertThat(run("diff")).contains("create table \"users\"");
    }
}
