package dev.rubedo.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command of Rubedo in a process with the class path of the project, so that it sees the model and the drivers.
 * Libraries that the project does not have, such as the commands themselves, are added by the plugin. Confined to one
 * thread at a time.
 */
public final class CommandMojo extends AbstractMojo {
    private static final String MAIN = "dev.rubedo.cli.Rubedo";

    /** The command; set by each goal. */
    private String command = "";

    /** {@code rubedo.args}: further arguments of the command, separated by spaces and quoted where necessary. */
    private String args = "";

    /** {@code rubedo.main}: the class whose main method takes the arguments, if the application has one. */
    private String main = MAIN;

    /** {@code rubedo.config}: the settings file. */
    private @Nullable File config;

    /** {@code rubedo.profile}: the profile in the settings. */
    private String profile = "";

    /** {@code rubedo.url}: the URL of the database; overrides that of the settings. */
    private String url = "";

    /**
     * {@code rubedo.java}: the path of the {@code java} program, if Maven runs on a different version than the project.
     */
    private @Nullable File java;

    /** {@code rubedo.skip}: whether to do nothing. */
    private boolean skip;

    private File directory = new File(".");
    private File classes = new File("target/classes");
    private Collection<Artifact> projectArtifacts = List.of();
    private Collection<Artifact> pluginArtifacts = List.of();

    /** Called by Maven, which then sets the parameters. */
    public CommandMojo() {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped");
            return;
        }
        int code = run(commandLine());
        if (code != 0) {
            throw new MojoFailureException("The command \"" + command + "\" failed with exit code " + code
                    + ". See its output for the cause.");
        }
    }

    private List<String> commandLine() throws MojoExecutionException {
        var line = new ArrayList<String>();
        line.add(java != null ? java.getPath() : Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("-cp");
        line.add(String.join(File.pathSeparator, classPath()));
        line.add(main);
        if (config != null) {
            line.addAll(List.of("--config", config.getPath()));
        }
        if (!profile.isEmpty()) {
            line.addAll(List.of("--profile", profile));
        }
        if (!url.isEmpty()) {
            line.addAll(List.of("--url", url));
        }
        line.add(command);
        try {
            var more = ArgumentLine.split(args);
            line.addAll(more);
            if (command.equals("compile") && more.stream().noneMatch(each -> each.equals("--to")
                    || each.startsWith("--to="))) {
                line.addAll(List.of("--to", classes.getPath()));
            }
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("rubedo.args: " + e.getMessage(), e);
        }
        return line;
    }

    /** An artifact of the project takes precedence over a different version from the plugin. */
    private List<String> classPath() {
        var path = new ArrayList<String>();
        if (Files.isDirectory(classes.toPath())) {
            path.add(classes.getPath());
        }
        Set<String> present = new LinkedHashSet<>();
        for (var all : List.of(projectArtifacts, pluginArtifacts)) {
            for (var artifact : all) {
                if (artifact.getFile() != null && isAtRunTime(artifact) && present.add(key(artifact))) {
                    path.add(artifact.getFile().getPath());
                }
            }
        }
        return path;
    }

    private static boolean isAtRunTime(Artifact artifact) {
        return !"test".equals(artifact.getScope()) && !"provided".equals(artifact.getScope());
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getClassifier();
    }

    private int run(List<String> line) throws MojoExecutionException {
        getLog().debug(LoggedLine.of(line));
        Process process = null;
        try {
            process = new ProcessBuilder(line).directory(directory).inheritIO().start();
            return process.waitFor();
        } catch (IOException e) {
            throw new MojoExecutionException("The program \"" + line.get(0) + "\" cannot be started: " + e.getMessage()
                    + ". Specify another one with -Drubedo.java=...", e);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted while waiting for the command \"" + command + "\".", e);
        }
    }
}
