package dev.rubedo.migrate.command;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.source.ItemSource;
import dev.rubedo.schema.MetaData;
import dev.rubedo.stability.Spi;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an application tells the commands: its metadata, how to connect, and hooks. Every method has a default.
 * Implementations are thread-safe or used by one thread.
 */
@Spi
public interface MigrationEnvironment {
    /** Tells nothing: no metadata, and a connection by the URL of the settings. */
    MigrationEnvironment DEFAULT = new MigrationEnvironment() {};

    /** Returns the metadata of the application, which new revisions are compared with; possibly empty. */
    default List<MetaData> metaData() {
        return List.of();
    }

    /**
     * Returns the engine for a command, which closes it.
     *
     * @param url the URL of the settings
     */
    default Engine connect(String url) {
        return Engine.create(url);
    }

    /** Returns a connection that all commands use instead of one of their own; it is not closed. */
    default Optional<Connection> connection() {
        return Optional.empty();
    }

    /**
     * Returns the loader of compiled revisions, which are run instead of those in files. A main method that also writes
     * revisions during development returns it only where there are no files.
     *
     * @return the loader, usually that of the application; empty, which is the default, to read the files
     */
    default Optional<ClassLoader> compiledRevisions() {
        return Optional.empty();
    }

    /**
     * Returns how revisions are run.
     *
     * @param settings what the settings say
     */
    default MigrationOptions options(MigrationOptions settings) {
        return settings;
    }

    /**
     * Called before a command uses a connection, for example to choose a schema.
     *
     * @param connection the connection
     */
    default void prepare(Connection connection) {}

    /**
     * Returns what is compared when a revision is generated or differences are reported, and how.
     *
     * @param settings everything but the tables of migrations themselves
     */
    default ComparisonOptions comparison(ComparisonOptions settings) {
        return settings;
    }

    /** Returns a rule for types, columns, constraints and indexes that generated revisions write in a way of their own. */
    default ItemSource items() {
        return item -> Optional.empty();
    }

    /**
     * Asks the user.
     *
     * @param question the question, which may have several lines
     * @return the answer; empty if nobody can answer, which is the default
     */
    default Optional<String> ask(String question) {
        return Optional.empty();
    }

    /**
     * Returns the revisions to write instead of one that is about to be written; none to write nothing.
     *
     * @param script the revision
     */
    default List<MigrationScript> processRevision(MigrationScript script) {
        return List.of(script);
    }

    /**
     * Called after the file of a new revision was written, and after the hooks of the settings.
     *
     * @param file the file
     */
    default void afterWrite(Path file) {}
}
