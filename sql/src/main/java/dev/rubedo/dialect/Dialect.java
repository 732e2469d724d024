package dev.rubedo.dialect;

import dev.rubedo.compile.CompiledStatement;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.DialectTraits;
import dev.rubedo.compile.IdentifierQuoter;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlRenderer;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementRenderer;
import dev.rubedo.stability.Spi;
import dev.rubedo.type.SqlType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The SQL dialect of a database: its name, its features and its renderers. Needs no driver and no connection.
 *
 * <p>A user-defined dialect extends this class, passes its renderers to the constructor, and overrides in them only
 * what differs. It is created for one server version, which its {@link DialectTraits} carry. Thread-safe.
 */
@Spi
public abstract class Dialect implements StatementRenderer, DdlRenderer {

    private final DialectTraits traits;
    private final TypeRenderer types;
    private final StatementCompiler statements;
    private final DdlCompiler definitions;

    /**
     * Creates a dialect with standard DDL.
     *
     * @param renderers the renderers of its statements
     */
    protected Dialect(Renderers renderers) {
        this(renderers, DdlCompiler::new);
    }

    /**
     * Creates a dialect.
     *
     * @param renderers the renderers of its statements
     * @param definitions creates the compiler of its DDL from the renderers and the statement compiler
     */
    protected Dialect(Renderers renderers,
            BiFunction<Renderers, StatementCompiler, ? extends DdlCompiler> definitions) {
        this.traits = renderers.traits();
        this.types = renderers.types();
        this.statements = new StatementCompiler(renderers);
        this.definitions = definitions.apply(renderers, statements);
    }

    /** Returns the name, in lower case. */
    public final String name() {
        return traits.name();
    }

    /** Returns the target server version. */
    public final ServerVersion version() {
        return traits.version();
    }

    /** Returns all features of the database. */
    public final Set<Feature> features() {
        return traits.features();
    }

    /** Returns whether the database supports a feature. */
    public final boolean supports(Feature feature) {
        return traits.supports(feature);
    }

    /** Returns the traits that the renderers use. */
    public final DialectTraits traits() {
        return traits;
    }

    /**
     * Returns this dialect with other traits: the same class with renderers of these traits. An engine asks for it when
     * it translates schemas or is given other limits. A dialect that does not override this method cannot do either.
     *
     * @param traits the traits, derived from {@link #traits()}
     */
    public Dialect with(DialectTraits traits) {
        throw new UnsupportedOperationException(
                "Dialect \"" + name() + "\" cannot be changed to translate schemas or to "
                        + "have other limits. Override with(DialectTraits) in " + getClass().getName() + ".");
    }

    /** Returns the quoter of identifiers. */
    public final IdentifierQuoter quoter() {
        return traits.quoter();
    }

    /** Returns the maximum number of parameters of a statement. */
    public final int maximumBinds() {
        return traits.maximumBinds();
    }

    /**
     * Returns the SQL of a statement with its parameters.
     *
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database lacks a feature that the statement needs
     * @throws dev.rubedo.error.CompileException if the statement cannot be compiled for another reason
     */
    public final CompiledStatement compile(Statement<?> statement) {
        return statements.compile(statement);
    }

    /** Returns the SQL of a statement with its values inlined, for scripts and logs. */
    public final String compileWithValues(Statement<?> statement) {
        return statements.compileWithValues(statement);
    }

    /** Returns the SQL of an expression with its parameters. */
    public final CompiledStatement compile(Expression<?> expression) {
        return statements.compileFragment(expression);
    }

    /** Returns the SQL of an expression in DDL, with its values inlined. */
    public final String define(Expression<?> expression) {
        return statements.define(expression);
    }

    /**
     * Returns DDL as text; if it takes several statements, with a semicolon and a line break between them.
     *
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database lacks a feature that it needs
     */
    public final String compile(DdlElement element) {
        return definitions.compile(element);
    }

    /**
     * Returns DDL as text, one or more statements in order, for scripts.
     *
     * @throws dev.rubedo.compile.UnsupportedFeatureException if the database lacks a feature that it needs
     */
    public final List<String> statements(DdlElement element) {
        return definitions.statements(element);
    }

    /**
     * Returns DDL in the form for a driver, as one or more statements: an operator with a question mark is escaped, so
     * that the driver does not take it for a parameter.
     *
     * @throws dev.rubedo.error.InvalidStatementException if a question mark can only be a parameter
     */
    public final List<String> prepare(DdlElement element) {
        return definitions.prepare(element);
    }

    /**
     * Returns whether the statements of a change to a column contain its type, so that it must be known even if it does not
     * change.
     *
     * @param alter the change
     */
    public final boolean repeatsType(AlterColumn alter) {
        return definitions.repeatsType(alter);
    }

    /** Returns how the database stores and changes its schema; by default, {@link CatalogTraits#STANDARD}. */
    public CatalogTraits catalogTraits() {
        return CatalogTraits.STANDARD;
    }

    /**
     * Returns the statement that limits how long the statements of a connection wait for locks held by others; empty if
     * the database has none.
     *
     * @param timeout the limit; null for the server's default
     */
    public Optional<String> lockTimeout(@Nullable Duration timeout) {
        return Optional.empty();
    }

    /** Returns how scripts are written for the command line tool of the database. */
    public ScriptStyle scriptStyle() {
        return ScriptStyle.STANDARD;
    }

    /**
     * Returns a statement that fails unless a condition holds, for scripts that run unattended. The error contains the
     * message if the database allows a statement to specify one.
     *
     * @param condition the SQL of the condition
     * @param message the message, without commas
     */
    public String scriptGuard(String condition, String message) {
        return "SELECT CASE WHEN " + condition + " THEN 1 ELSE CAST(" + text(message) + " AS INTEGER) END";
    }

    /** Returns a string literal for a guard. */
    protected final String text(String message) {
        return "'" + message.replace("'", "''") + "'";
    }

    /**
     * Returns a type as declared in DDL.
     *
     * @throws dev.rubedo.error.CompileException if the dialect does not have it
     */
    public final String typeName(SqlType<?> type) {
        return types.render(type);
    }

    @Override
    public final String render(Statement<?> statement) {
        return compile(statement).sql();
    }

    @Override
    public final String render(Expression<?> expression) {
        return compile(expression).sql();
    }

    @Override
    public final String render(FromClause from) {
        return statements.compile(from);
    }

    @Override
    public final String render(DdlElement element) {
        return compile(element);
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name();
    }
}
