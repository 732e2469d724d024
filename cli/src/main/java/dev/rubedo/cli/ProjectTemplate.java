package dev.rubedo.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a new project. Immutable.
 *
 * @param name the name of the project
 * @param packageName the package of its classes
 * @param database its database
 * @param isSpring whether it is a service with Spring Boot
 */
record ProjectTemplate(String name, String packageName, ProjectDatabase database, boolean isSpring) {
    /** Writes the files to a directory, creating it. */
    void write(Path directory) throws IOException {
        for (var file : files().entrySet()) {
            var path = directory.resolve(file.getKey());
            var folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, text(file.getValue()));
        }
    }

    /** Returns the templates by file path. */
    private Map<String, String> files() {
        return isSpring ? filesOfService() : filesOfProgram();
    }

    private Map<String, String> filesOfService() {
        var folder = packageName.replace('.', '/');
        var main = "src/main/java/" + folder + "/";
        var files = new LinkedHashMap<String, String>();
        files.put("pom.xml", "spring/pom.xml");
        files.put("README.md", "spring/README.md");
        files.put(".gitignore", "gitignore");
        files.put("rubedo.toml", "spring/rubedo.toml");
        files.put("src/main/resources/application.properties", "spring/application.properties");
        files.put("src/main/resources/META-INF/services/dev.rubedo.migrate.operation.Migration", "spring/services");
        files.put(main + "Application.java", "spring/Application.java");
        files.put(main + "PostController.java", "spring/PostController.java");
        files.put(main + "Posts.java", "spring/Posts.java");
        files.put(main + "model/Post.java", "Post.java");
        files.put(main + "model/Schema.java", "spring/Schema.java");
        files.put(main + "model/User.java", "User.java");
        files.put(main + "model/package-info.java", "package-info.java");
        files.put("src/main/java/revisions/R0001_create_users_and_posts.java", "Revision.java");
        files.put("src/test/java/" + folder + "/ServiceTest.java", "spring/ServiceTest.java");
        files.put("migrations/HEADS", "HEADS");
        files.put("migrations/.gitignore", "migrations-gitignore");
        return files;
    }

    private Map<String, String> filesOfProgram() {
        var folder = packageName.replace('.', '/');
        var main = "src/main/java/" + folder + "/";
        var files = new LinkedHashMap<String, String>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put(".gitignore", "gitignore");
        files.put("rubedo.toml", "rubedo.toml");
        files.put("src/main/resources/logback.xml", "logback.xml");
        files.put(main + "Database.java", "Database.java");
        files.put(main + "Main.java", "Main.java");
        files.put(main + "Posts.java", "Posts.java");
        files.put(main + "model/Post.java", "Post.java");
        files.put(main + "model/User.java", "User.java");
        files.put(main + "model/package-info.java", "package-info.java");
        files.put("src/test/java/" + folder + "/PostsTest.java", "PostsTest.java");
        files.put("migrations/versions/R0001_create_users_and_posts.java", "Revision.java");
        files.put("migrations/HEADS", "HEADS");
        files.put("migrations/.gitignore", "migrations-gitignore");
        return files;
    }

    private String text(String template) throws IOException {
        try (var in = ProjectTemplate.class.getResourceAsStream("project/" + template + ".txt")) {
            if (in == null) {
                throw new IOException("The template \"" + template + "\" is missing from the jar.");
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values().entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return text;
        }
    }

    private Map<String, String> values() {
        return Map.ofEntries(Map.entry("name", name), Map.entry("package", packageName),
                Map.entry("folder", "src/main/java/" + packageName.replace('.', '/')),
                Map.entry("database", database.toString()), Map.entry("url", database.url(name)),
                Map.entry("jdbc", database.jdbc(name)), Map.entry("version.spring-boot", ProjectVersions.SPRING_BOOT),
                Map.entry("testNote", database.testNote()), Map.entry("drivers", database.drivers().stripTrailing()),
                Map.entry("created", LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES).toString()),
                Map.entry("version.rubedo", ProjectVersions.RUBEDO),
                Map.entry("version.logback", ProjectVersions.LOGBACK),
                Map.entry("version.junit", ProjectVersions.JUNIT));
    }
}
