package dev.rubedo.benchmarks.processes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/**
 * W11: the CPU time of a process from its start to the first row, with a model of 50 entities that is generated and
 * compiled first. JDBC, Rubedo and Hibernate take turns; the least of several rounds counts. Stateless.
 */
public final class StartUp {
    private static final int ENTITIES = 50;
    private static final String URL = "jdbc:h2:mem:start;DB_CLOSE_DELAY=-1";
    private static final String TABLE = """
                    try (var jdbc = java.sql.DriverManager.getConnection("%s"); var create = jdbc.createStatement()) {
                        create.execute("CREATE TABLE t1 (id BIGINT PRIMARY KEY, name VARCHAR(50), age INTEGER)");
                        create.execute("INSERT INTO t1 VALUES (1, 'one', 1)");
                    }
            """.formatted(URL);
    private static final String CPU = """
                    System.out.println(((com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory
                            .getOperatingSystemMXBean()).getProcessCpuTime() / 1000);
            """;

    private StartUp() {}

    /**
     * Runs the measurement.
     *
     * @param arguments the number of rounds; 5 if it is missing
     */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("startup");
        Map<String, String> classes = new LinkedHashMap<>();
        classes.put("jdbc", compiled(directory.resolve("jdbc"), Map.of("Main", """
                public class Main {
                    public static void main(String[] arguments) throws Exception {
                %s
                        var config = new com.zaxxer.hikari.HikariConfig();
                        config.setJdbcUrl("%s");
                        try (var pool = new com.zaxxer.hikari.HikariDataSource(config); var one = pool.getConnection();
                                var query = one.prepareStatement("SELECT id, name, age FROM t1 WHERE id = ?")) {
                            query.setLong(1, 1L);
                            try (var rows = query.executeQuery()) {
                                rows.next();
                                if (!"one".equals(rows.getString(2))) {
                                    throw new IllegalStateException();
                                }
                            }
                        }
                %s
                    }
                }
                """.formatted(TABLE, URL, CPU)), "-proc:none"));
        classes.put("rubedo", compiled(directory.resolve("rubedo"), rubedo(), "-processor",
                "dev.rubedo.processor.MappingProcessor"));
        classes.put("hibernate", compiled(directory.resolve("hibernate"), hibernate(), "-proc:none"));
        Map<String, Long> best = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (var one : classes.entrySet()) {
                best.merge(one.getKey(), ChildProcess.run(List.of("-Xmx512m"),
                        one.getValue() + File.pathSeparator + System.getProperty("java.class.path"),
                        one.getKey().equals("jdbc") ? "Main" : "model.Main"),
                        Math::min);
            }
        }
        best.forEach((name, micros) -> System.out.printf(Locale.ROOT, "| %s | %.2f s | %+.2f s |%n", name,
                micros / 1e6, (micros - best.get("jdbc")) / 1e6));
    }

    private static Map<String, String> rubedo() {
        Map<String, String> sources = entities("""
                import dev.rubedo.mapping.*;

                @Entity(table = "t%1$d")
                public final class E%1$d extends E%1$dBase {
                    interface Mapped {
                        @Id
                        Long id();
                        @Column(length = 50)
                        String name();
                        int age();
                    }

                    E%1$d() {}
                }
                """);
        sources.put("Main", """
                package model;

                public class Main {
                    public static void main(String[] arguments) throws Exception {
                %s
                        try (var engine = dev.rubedo.engine.Engine.create("%s")) {
                            var sessions = dev.rubedo.orm.session.SessionFactory.of(engine,
                                    dev.rubedo.orm.model.Model.of(%s));
                            try (var session = sessions.open()) {
                                if (!"one".equals(session.require(E1_.E1, 1L).name())) {
                                    throw new IllegalStateException();
                                }
                            }
                        }
                %s
                    }
                }
                """.formatted(TABLE, URL, IntStream.rangeClosed(1, ENTITIES).mapToObj(i -> "E" + i + "_.E" + i)
                .collect(Collectors.joining(", ")), CPU));
        return sources;
    }

    private static Map<String, String> hibernate() {
        Map<String, String> sources = entities("""
                import jakarta.persistence.*;

                @Entity
                @Table(name = "t%1$d")
                public class E%1$d {
                    @Id
                    public Long id;
                    @Column(length = 50)
                    public String name;
                    public int age;
                }
                """);
        sources.put("Main", """
                package model;

                public class Main {
                    public static void main(String[] arguments) throws Exception {
                %s
                        var config = new com.zaxxer.hikari.HikariConfig();
                        config.setJdbcUrl("%s");
                        try (var pool = new com.zaxxer.hikari.HikariDataSource(config);
                                var sessions = new org.hibernate.cfg.Configuration()%s
                                        .buildSessionFactory(new org.hibernate.boot.registry.StandardServiceRegistryBuilder()
                                                .applySetting("hibernate.connection.datasource", pool).build());
                                var session = sessions.openSession()) {
                            if (!"one".equals(session.find(E1.class, 1L).name)) {
                                throw new IllegalStateException();
                            }
                        }
                %s
                    }
                }
                """.formatted(TABLE, URL, IntStream.rangeClosed(1, ENTITIES)
                .mapToObj(i -> ".addAnnotatedClass(E" + i + ".class)").collect(Collectors.joining()), CPU));
        return sources;
    }

    private static Map<String, String> entities(String template) {
        Map<String, String> sources = new LinkedHashMap<>();
        for (int i = 1; i <= ENTITIES; i++) {
            sources.put("E" + i, "package model;\n\n" + template.formatted(i));
        }
        return sources;
    }

    private static String compiled(Path directory, Map<String, String> sources, String... options) throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        List<String> line = new ArrayList<>(List.of("-nowarn", "-d", classes.toString()));
        line.addAll(List.of(options));
        for (var source : sources.entrySet()) {
            line.add(Files.writeString(directory.resolve(source.getKey() + ".java"), source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, line.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The model of " + directory.getFileName() + " does not compile");
        }
        return classes.toString();
    }
}
