package dev.rubedo.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goals run commands in a process of their own, with the class path of the project. */
class CommandMojoTest {
    @TempDir Path directory;
    private List<Artifact> artifacts = List.of();

    @BeforeEach
    void classPath() {
        var number = new AtomicInteger();
        artifacts = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> artifact("a" + number.incrementAndGet(), "compile", new File(entry))).toList();
    }

    private static Artifact artifact(String id, String scope, File file) {
        var answers = Map.<String, Object>of("getGroupId", "test", "getArtifactId", id, "getScope", scope, "getFile",
                file);
        return (Artifact) Proxy.newProxyInstance(Artifact.class.getClassLoader(), new Class<?>[]{Artifact.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }

    private void run(String command, Map<String, Object> parameters) throws Exception {
        var mojo = new CommandMojo();
        set(mojo, "command", command);
        set(mojo, "directory", directory.toFile());
        set(mojo, "pluginArtifacts", artifacts);
        for (var parameter : parameters.entrySet()) {
            set(mojo, parameter.getKey(), parameter.getValue());
        }
        mojo.execute();
    }

    /** As Maven does. */
    private static void set(CommandMojo mojo, String name, Object value) throws ReflectiveOperationException {
        var field = CommandMojo.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(mojo, value);
    }

    @Test
    void goalsCreateRevisionsAndApplyThem() throws Exception {
        run("init", Map.of("args", "--database sqlite:///shop.db"));
        run("revision", Map.of("args", "--sql -m 'create users' --rev-id a1"));
        var file = directory.resolve("migrations/versions/Ra1_create_users.sql");
        Files.writeString(file,
                Files.readString(file).replace("-- upgrade\n", "-- upgrade\nCREATE TABLE users (id INTEGER);\n"));
        run("upgrade", Map.of());

        assertThat(directory.resolve("shop.db")).isNotEmptyFile();
        run("current", Map.of("args", "--check-heads"));
        assertThatThrownBy(() -> run("current", Map.of("args", "--check-heads", "url", "sqlite:///other.db")))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The command \"current\" failed with exit code 4. See its output for the cause.");
    }

    /** The main class of an application that has a model. */
    public static final class Application {
        private Application() {}

        /** Writes what it got. */
        public static void main(String[] args) throws Exception {
            Files.writeString(Path.of("seen.txt"), String.join("|", args));
        }
    }

    @Test
    void theMainClassOfTheApplicationGetsTheArguments() throws Exception {
        run("revision", Map.of("main", Application.class.getName(), "config", new File("conf/rubedo.toml"), "profile",
                "test", "args", "--autogenerate -m \"it's new\""));

        assertThat(directory.resolve("seen.txt"))
                .hasContent("--config|conf/rubedo.toml|--profile|test|revision|--autogenerate|-m|it's new");
    }

    @Test
    void revisionsAreCompiledToTheClassesOfTheProject() throws Exception {
        for (var args : List.of("", "--to other", "--to=other")) {
            run("compile", Map.of("main", Application.class.getName(), "classes", new File("build/classes"), "args",
                    args));

            assertThat(directory.resolve("seen.txt")).hasContent("compile|"
                    + (args.isEmpty() ? "--to|build/classes" : args.replace(' ', '|')));
        }
    }

    @Test
    void whatIsForTestsOnlyIsLeftOutAndTheProjectTakesPrecedence() throws Exception {
        var broken = Files.createDirectory(directory.resolve("broken")).toFile();
        assertThatThrownBy(() -> run("heads", Map.of("projectArtifacts",
                artifacts.stream().map(each -> artifact(each.getArtifactId(), "compile", broken)).toList())))
                .isInstanceOf(MojoFailureException.class);
        run("--version", Map.of("projectArtifacts",
                artifacts.stream().map(each -> artifact(each.getArtifactId(), "test", broken)).toList()));
    }

    @Test
    void wrongParametersAreTold() throws Exception {
        assertThatThrownBy(() -> run("heads", Map.of("args", "-m 'open"))).isInstanceOf(MojoExecutionException.class)
                .hasMessage("rubedo.args: Unclosed quote ' in: -m 'open");
        assertThatThrownBy(() -> run("heads", Map.of("java", new File("/no/such/java"))))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("The program \"/no/such/java\" cannot be "
                        + "started: ");
        run("nonsense", Map.of("skip", true));
    }

    @Test
    void theLogHasNoUrls() throws Exception {
        var logged = new StringBuilder();
        var mojo = new CommandMojo();
        mojo.setLog((Log) Proxy.newProxyInstance(Log.class.getClassLoader(), new Class<?>[]{Log.class},
                (proxy, method, arguments) -> {
                    logged.append(arguments[0]);
                    return null;
                }));
        set(mojo, "command", "check");
        set(mojo, "url", "postgresql://ada:s3cret@localhost/shop");
        set(mojo, "args",
                "--scratch sqlite:s3cret --scratch=x?password=s3cret -x admin=postgresql://s3cret@h/d --json");
        set(mojo, "java", new File("/no/such/java"));

        assertThatThrownBy(mojo::execute).isInstanceOf(MojoExecutionException.class);

        assertThat(logged.toString()).doesNotContain("s3cret").endsWith(
                " --url *** check --scratch *** --scratch=*** -x *** --json");
    }

    @Test
    void aLineOfArgumentsIsSplitAtSpacesOutsideQuotes() {
        assertThat(ArgumentLine.split("  -m 'two words'  a\"b c\"d '' ")).containsExactly("-m", "two words", "ab cd",
                "");
        assertThat(ArgumentLine.split("")).isEmpty();
    }
}
