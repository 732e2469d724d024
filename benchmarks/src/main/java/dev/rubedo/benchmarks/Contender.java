package dev.rubedo.benchmarks;

import dev.rubedo.benchmarks.jdbc.JdbcObjects;
import dev.rubedo.benchmarks.jdbc.JdbcTables;
import dev.rubedo.benchmarks.peers.EbeanObjects;
import dev.rubedo.benchmarks.peers.HibernateObjects;
import dev.rubedo.benchmarks.peers.HibernateTables;
import dev.rubedo.benchmarks.peers.JdbiTables;
import dev.rubedo.benchmarks.peers.JooqTables;
import dev.rubedo.benchmarks.peers.QuerydslTables;
import dev.rubedo.benchmarks.rubedo.RubedoObjects;
import dev.rubedo.benchmarks.rubedo.RubedoTables;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who takes part, and in which workloads: those whose methods its classes override. Immutable. */
public enum Contender {
    /** Hand-written JDBC, to which all are compared. */
    JDBC(Libraries.ALL, JdbcObjects.class, JdbcTables.class), //
    RUBEDO(Libraries.ALL, RubedoObjects.class, RubedoTables.class), //
    HIBERNATE(Libraries.SERVERS, HibernateObjects.class, HibernateTables.class), //
    EBEAN(Libraries.SERVERS, EbeanObjects.class, null), //
    JOOQ(Libraries.ALL, null, JooqTables.class), //
    JDBI(Libraries.ALL, null, JdbiTables.class), //
    QUERYDSL(Libraries.ALL, null, QuerydslTables.class);

    /** The databases on which a library is run: without an identity of their own, most have no ids of SQLite. */
    private enum Libraries {
        ALL, SERVERS
    }

    private final Libraries databases;
    private final @Nullable Class<? extends ObjectWorkloads> objects;
    private final @Nullable Class<? extends TableWorkloads> tables;

    Contender(Libraries databases, @Nullable Class<? extends ObjectWorkloads> objects,
            @Nullable Class<? extends TableWorkloads> tables) {
        this.databases = databases;
        this.objects = objects;
        this.tables = tables;
    }

    /** Opens its workloads of objects. */
    public ObjectWorkloads objects(Database database) throws ReflectiveOperationException {
        return made(objects, database);
    }

    TableWorkloads tables(Database database) throws ReflectiveOperationException {
        return made(tables, database);
    }

    private <W> W made(@Nullable Class<? extends W> type, Database database) throws ReflectiveOperationException {
        if (type == null) {
            throw new IllegalArgumentException(name() + " does not take part");
        }
        return type.getConstructor(Database.class).newInstance(database);
    }

    /** Tells whether it has a workload on a database. */
    public boolean has(String workload, String database) {
        return (databases == Libraries.ALL || !database.equals("sqlite"))
                && (declares(objects, workload) || declares(tables, workload));
    }

    private static boolean declares(@Nullable Class<?> type, String workload) {
        return type != null
                && Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.getName().equals(workload));
    }

    /** Returns what the JVM of this contender needs: the agent that changes its classes. */
    public List<String> jvmArguments() {
        return switch (this) {
            case EBEAN -> List.of("-javaagent:" + jar("ebean-agent", "ebean-agent-")
                    + "=debug=0;packages=dev.rubedo.benchmarks.peers");
            case JDBC, RUBEDO, HIBERNATE, JOOQ, JDBI, QUERYDSL -> List.of();
        };
    }

    private static String jar(String library, String start) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> new File(path).getName().startsWith(start)).findFirst()
                .orElseThrow(() -> new IllegalStateException(library + " is not on the class path"));
    }
}
