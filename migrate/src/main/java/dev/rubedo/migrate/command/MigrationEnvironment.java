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
 * The environment that an application provides for commands: its metadata, its connection, and hooks. Every method has
 * a default. Implementations must be thread-safe or used by only one thread.
 */
@Spi
public interface MigrationEnvironment {
    /** The default environment: no metadata, and a connection to the URL of the settings. */
    MigrationEnvironment DEFAULT = new MigrationEnvironment() {};

    /** Returns the metadata of the application, with which the database is compared; possibly empty. */
    default List<MetaData> metaData() {
        return List.of();
    }

    /**
     * Returns a new engine for a command, which closes it.
     *
     * @param url the URL of the settings
     */
    default Engine connect(String url) {
        return Engine.create(url);
    }

    /** Returns a connection for all commands to use instead of opening their own; it is not closed. */
    default Optional<Connection> connection() {
        return Optional.empty();
    }

    /**
     * Returns the loader of compiled revisions, which are run instead of those in files. A program that also writes
     * revisions during development returns it only if there are no files.
     *
     * @return the loader, usually that of the application; empty, which is the default, to read the files
     */
    default Optional<ClassLoader> compiledRevisions() {
        return Optional.empty();
    }

    /**
     * Returns the options for running revisions.
     *
     * @param settings the options according to the settings
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
     * Returns the options for comparing schemas when a revision is generated or differences are reported.
     *
     * @param settings the default options, which exclude only the tables of the migrations themselves
     */
    default ComparisonOptions comparison(ComparisonOptions settings) {
        return settings;
    }

    /** Returns a rule for types, columns, constraints and indexes that generated revisions write in a custom way. */
    default ItemSource items() {
        return item -> Optional.empty();
    }

    /**
     * Asks the user a question.
     *
     * @param question the question, which may have several lines
     * @return the answer; empty if nobody can answer, which is the default
     */
    default Optional<String> ask(String question) {
        return Optional.empty();
    }

    /**
     * Returns the revisions to write in place of one that is about to be written; an empty list to write nothing.
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
